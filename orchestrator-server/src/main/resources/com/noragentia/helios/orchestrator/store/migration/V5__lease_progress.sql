-- How far the worker had come when its lease was last renewed: the same once more is no progress.
ALTER TABLE lease ADD COLUMN last_piece INTEGER NOT NULL DEFAULT -1;
ALTER TABLE lease ADD COLUMN phase TEXT;
ALTER TABLE lease ADD COLUMN done INTEGER NOT NULL DEFAULT 0;
