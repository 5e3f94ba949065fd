CREATE TABLE job (
    id              TEXT PRIMARY KEY,
    member          TEXT NOT NULL,
    expert          TEXT NOT NULL,
    state           TEXT NOT NULL,
    accepted_at     INTEGER NOT NULL,
    first_piece_at  INTEGER,
    ended_at        INTEGER,
    forgotten_at    INTEGER, -- when its content was deleted
    idempotency_key TEXT,
    request_hash    TEXT NOT NULL
);

CREATE UNIQUE INDEX job_idempotency ON job (member, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX job_in_flight ON job (member) WHERE state IN ('QUEUED', 'RUNNING');
CREATE INDEX job_retention ON job (ended_at) WHERE forgotten_at IS NULL;

CREATE TABLE job_event (
    job      TEXT NOT NULL,
    sequence INTEGER NOT NULL, -- from 1, without gaps
    body     TEXT NOT NULL,    -- JSON of a JobEvent
    last     INTEGER NOT NULL, -- 1 where nothing follows
    PRIMARY KEY (job, sequence)
) WITHOUT ROWID;
