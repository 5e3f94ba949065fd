-- What work is worth, counted by the orchestrator: a file when it comes, a task when it is accepted.
ALTER TABLE blob ADD COLUMN units INTEGER NOT NULL DEFAULT 1; -- pages, seconds or images, by its type

ALTER TABLE task ADD COLUMN cost REAL NOT NULL DEFAULT 1;     -- what it will probably cost, in credits
ALTER TABLE task ADD COLUMN measured_tokens INTEGER NOT NULL DEFAULT 0; -- of the prompt
ALTER TABLE task ADD COLUMN measured_seconds INTEGER NOT NULL DEFAULT 0;
ALTER TABLE task ADD COLUMN measured_pages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE task ADD COLUMN measured_images INTEGER NOT NULL DEFAULT 0;
