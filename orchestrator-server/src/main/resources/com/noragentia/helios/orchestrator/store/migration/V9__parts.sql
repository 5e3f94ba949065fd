-- Jobs that were planned into several tasks. What stands here is content, and goes with the content of the job.
ALTER TABLE job ADD COLUMN parts INTEGER NOT NULL DEFAULT 1;
ALTER TABLE job ADD COLUMN parts_done INTEGER NOT NULL DEFAULT 0; -- of several

CREATE TABLE part (
    task   TEXT PRIMARY KEY,
    job    TEXT NOT NULL,
    number INTEGER NOT NULL, -- from 1, in the order of the attachments
    file   TEXT NOT NULL,    -- name of the attachment
    done   TEXT,             -- JSON of a Contribution; null while it is not done
    UNIQUE (job, number)
) WITHOUT ROWID;

-- What puts the parts of a job together.
CREATE TABLE reduction (
    job   TEXT PRIMARY KEY,
    asked TEXT -- JSON of a TaskInput.Combine without parts; null where they are only joined
) WITHOUT ROWID;
