-- Who may use a file that lies on disk under its SHA-256, and as what.
CREATE TABLE blob (
    sha256      TEXT NOT NULL,
    member      TEXT NOT NULL,
    type        TEXT NOT NULL,
    bytes       INTEGER NOT NULL,
    uploaded_at INTEGER NOT NULL,
    PRIMARY KEY (sha256, member, type)
);

-- A blob stays while a job holds it.
CREATE TABLE blob_hold (
    job    TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    member TEXT NOT NULL,
    PRIMARY KEY (job, sha256)
);

CREATE INDEX blob_hold_blob ON blob_hold (sha256, member);

-- Links that have been used, until they would have ended anyway.
CREATE TABLE spent_link (
    signature  TEXT PRIMARY KEY,
    expires_at INTEGER NOT NULL
);
