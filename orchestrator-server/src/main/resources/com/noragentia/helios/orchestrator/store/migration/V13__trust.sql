-- What is known of devices from checks of their work, apart for each owner: neither a good name nor a conviction moves with a device.
CREATE TABLE reputation (
    device       TEXT NOT NULL,
    model        TEXT NOT NULL,
    owner        TEXT NOT NULL,
    good         REAL NOT NULL,    -- checks passed, faded since
    bad          REAL NOT NULL,    -- checks failed, times ten, faded since
    as_of        INTEGER NOT NULL, -- up to when they are faded
    passed       INTEGER NOT NULL, -- checks passed, ever
    convicted_at INTEGER,          -- when a check failed last
    PRIMARY KEY (device, model, owner)
) WITHOUT ROWID;

CREATE INDEX reputation_owner ON reputation (owner);

-- Every check, so that none counts twice.
CREATE TABLE audit (
    id     TEXT PRIMARY KEY,
    device TEXT NOT NULL,
    model  TEXT NOT NULL,
    passed INTEGER NOT NULL,
    at     INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX audit_at ON audit (at);

-- Canaries that are out. A row goes when its task ends, however it ends.
CREATE TABLE canary (
    task     TEXT PRIMARY KEY,
    device   TEXT NOT NULL,
    question TEXT NOT NULL, -- JSON of a TaskInput
    answer   TEXT NOT NULL, -- JSON of a KnownAnswer
    sent_at  INTEGER NOT NULL
) WITHOUT ROWID;

-- Devices that were asked to qualify at once, each once in its life.
CREATE TABLE qualification (
    device   TEXT PRIMARY KEY,
    asked_at INTEGER NOT NULL,
    to_judge INTEGER NOT NULL, -- canaries still to be judged
    to_waste INTEGER NOT NULL  -- canaries that may still come to nothing
) WITHOUT ROWID;

CREATE INDEX qualification_open ON qualification (asked_at) WHERE to_judge > 0 AND to_waste > 0;
