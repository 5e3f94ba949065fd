-- Dispatch lives in memory; these tables are its record, read whole when the orchestrator starts. Kept lean, as every task writes them.
-- A job may have many tasks. The open lease of a task stands in its row; leases that came to nothing are setbacks.
CREATE TABLE task_record (
    number        INTEGER PRIMARY KEY,
    id            TEXT NOT NULL,
    job           TEXT NOT NULL,
    member        TEXT NOT NULL,
    expert        TEXT NOT NULL,
    conversation  TEXT,
    prompt_tokens INTEGER NOT NULL,          -- an estimate, as is the next
    output_tokens INTEGER NOT NULL,
    state         TEXT NOT NULL,
    is_open       INTEGER NOT NULL,           -- 0 once the state is final
    created_at    INTEGER NOT NULL,
    queued_at     INTEGER NOT NULL,          -- anew after each setback
    first_piece_at INTEGER,
    attempts      INTEGER NOT NULL DEFAULT 0, -- leases so far
    forgiven      INTEGER NOT NULL DEFAULT 0, -- of these, lost to an outage of the orchestrator
    lease         TEXT,
    worker        TEXT,
    worker_member TEXT,
    worker_name   TEXT,
    session       TEXT,
    model         TEXT,
    issued_at     INTEGER,
    lease_millis  INTEGER,                   -- how long the lease lasts without progress
    expires_at    INTEGER
);

INSERT INTO task_record (number, id, job, member, expert, prompt_tokens, output_tokens, state, is_open, created_at, queued_at, first_piece_at, attempts, forgiven)
SELECT task.number, task.id, task.job, job.member, task.expert, length(task.input) / 4, 256,
       CASE task.state WHEN 'LEASED' THEN 'QUEUED' WHEN 'WITHDRAWN' THEN 'CANCELLED' ELSE task.state END,
       task.state IN ('QUEUED', 'LEASED'), job.accepted_at, task.queued_at, job.first_piece_at, task.attempts,
       task.state = 'LEASED'
FROM task JOIN job ON job.id = task.job;

CREATE TABLE task_input (
    task INTEGER PRIMARY KEY REFERENCES task_record (number) ON DELETE CASCADE,
    body TEXT NOT NULL -- JSON of a TaskInput
);

INSERT INTO task_input SELECT number, input FROM task WHERE number IN (SELECT number FROM task_record);

DROP TABLE lease;
DROP TABLE task;
ALTER TABLE task_record RENAME TO task;
CREATE INDEX task_job ON task (job);
CREATE INDEX task_open ON task (number) WHERE is_open = 1;

-- Why a lease of a task came to nothing, and at whose worker.
CREATE TABLE setback (
    task   INTEGER NOT NULL REFERENCES task (number) ON DELETE CASCADE,
    worker TEXT NOT NULL,
    owner  TEXT NOT NULL,
    event  TEXT NOT NULL, -- of the life of a task: docs/jobs.md
    blamed INTEGER NOT NULL,
    at     INTEGER NOT NULL
);

CREATE INDEX setback_task ON setback (task);

-- Whether a job runs is known from its tasks; its row is written twice, when it begins and when it ends.
CREATE TABLE job_record (
    id              TEXT PRIMARY KEY,
    member          TEXT NOT NULL,
    expert          TEXT NOT NULL,
    state           TEXT NOT NULL, -- QUEUED until it ends
    accepted_at     INTEGER NOT NULL,
    ended_at        INTEGER,
    forgotten_at    INTEGER, -- when its content was deleted
    idempotency_key TEXT,
    request_hash    TEXT NOT NULL
) WITHOUT ROWID;

INSERT INTO job_record (id, member, expert, state, accepted_at, ended_at, forgotten_at, idempotency_key, request_hash)
SELECT id, member, expert, CASE state WHEN 'RUNNING' THEN 'QUEUED' ELSE state END,
       accepted_at, ended_at, forgotten_at, idempotency_key, request_hash
FROM job;

DROP TABLE job;
ALTER TABLE job_record RENAME TO job;
CREATE UNIQUE INDEX job_idempotency ON job (member, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX job_retention ON job (ended_at) WHERE ended_at IS NOT NULL AND forgotten_at IS NULL;
