-- A job may have several tasks.
CREATE TABLE new_task (
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE,
    job         TEXT NOT NULL,
    expert      TEXT NOT NULL,
    input       TEXT NOT NULL,
    state       TEXT NOT NULL,
    queued_at   INTEGER NOT NULL,
    attempts    INTEGER NOT NULL DEFAULT 0,
    pieces      INTEGER NOT NULL DEFAULT 0,
    characters  INTEGER NOT NULL DEFAULT 0,
    reports     INTEGER NOT NULL DEFAULT 0,
    last_worker TEXT
);
INSERT INTO new_task
    SELECT number, id, job, expert, input, state, queued_at, attempts, pieces, characters, reports, last_worker FROM task;

CREATE TABLE new_lease (
    id            TEXT PRIMARY KEY,
    task          TEXT NOT NULL REFERENCES new_task (id) ON DELETE CASCADE,
    worker        TEXT NOT NULL,
    worker_member TEXT NOT NULL,
    worker_name   TEXT NOT NULL,
    session       TEXT NOT NULL,
    model         TEXT NOT NULL,
    attempt       INTEGER NOT NULL,
    state         TEXT NOT NULL,
    issued_at     INTEGER NOT NULL,
    expires_at    INTEGER NOT NULL,
    last_piece    INTEGER NOT NULL DEFAULT -1,
    phase         TEXT,
    done          INTEGER NOT NULL DEFAULT 0
);
INSERT INTO new_lease
    SELECT id, task, worker, worker_member, worker_name, session, model, attempt, state, issued_at, expires_at,
           last_piece, phase, done FROM lease;

DROP TABLE lease;
DROP TABLE task;
ALTER TABLE new_task RENAME TO task;
ALTER TABLE new_lease RENAME TO lease;

CREATE INDEX task_queue ON task (expert, number) WHERE state = 'QUEUED';
CREATE INDEX task_waiting ON task (queued_at) WHERE state = 'QUEUED';
CREATE INDEX task_job ON task (job);
CREATE INDEX lease_task ON lease (task);
CREATE INDEX lease_expiry ON lease (expires_at) WHERE state = 'OPEN';
CREATE INDEX lease_worker ON lease (worker) WHERE state = 'OPEN';
