CREATE TABLE task (
    number      INTEGER PRIMARY KEY AUTOINCREMENT, -- the order of the queue
    id          TEXT NOT NULL UNIQUE,
    job         TEXT NOT NULL UNIQUE,
    expert      TEXT NOT NULL,
    input       TEXT NOT NULL,              -- JSON of a TaskInput
    state       TEXT NOT NULL,
    queued_at   INTEGER NOT NULL,
    attempts    INTEGER NOT NULL DEFAULT 0,
    pieces      INTEGER NOT NULL DEFAULT 0, -- pieces of the answer that are stored
    characters  INTEGER NOT NULL DEFAULT 0, -- their length, together
    reports     INTEGER NOT NULL DEFAULT 0, -- reports of work other than pieces that are stored
    last_worker TEXT                        -- who had it last and could not
);

CREATE INDEX task_queue ON task (expert, number) WHERE state = 'QUEUED';
CREATE INDEX task_waiting ON task (queued_at) WHERE state = 'QUEUED';

CREATE TABLE lease (
    id            TEXT PRIMARY KEY,
    task          TEXT NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    worker        TEXT NOT NULL,
    worker_member TEXT NOT NULL,
    worker_name   TEXT NOT NULL,
    session       TEXT NOT NULL,
    model         TEXT NOT NULL,
    attempt       INTEGER NOT NULL,
    state         TEXT NOT NULL,
    issued_at     INTEGER NOT NULL,
    expires_at    INTEGER NOT NULL
);

CREATE INDEX lease_task ON lease (task);
CREATE INDEX lease_expiry ON lease (expires_at) WHERE state = 'OPEN';
CREATE INDEX lease_worker ON lease (worker) WHERE state = 'OPEN';
