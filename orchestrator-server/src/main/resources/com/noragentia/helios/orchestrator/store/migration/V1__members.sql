-- Times are milliseconds since 1970 everywhere. Secrets are kept as SHA-256 only.
CREATE TABLE member (
    id         TEXT PRIMARY KEY,
    created_at INTEGER NOT NULL
);

CREATE TABLE device (
    id          TEXT PRIMARY KEY, -- fingerprint of its key
    member      TEXT NOT NULL REFERENCES member (id),
    name        TEXT NOT NULL,
    public_key  TEXT NOT NULL,
    enrolled_at INTEGER NOT NULL
);

CREATE TABLE enrolment_code (
    hash       TEXT PRIMARY KEY,
    member     TEXT REFERENCES member (id), -- null: whoever uses it becomes a new member
    expires_at INTEGER NOT NULL
);

CREATE TABLE access_token (
    hash       TEXT PRIMARY KEY,
    device     TEXT NOT NULL REFERENCES device (id),
    expires_at INTEGER NOT NULL
);

CREATE INDEX access_token_expiry ON access_token (expires_at);
