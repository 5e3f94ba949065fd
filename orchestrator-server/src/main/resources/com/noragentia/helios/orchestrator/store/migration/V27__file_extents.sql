-- Pages of a document whose text stands in pictures; the others are among its units.
ALTER TABLE blob ADD COLUMN pictured INTEGER NOT NULL DEFAULT 0;

-- What a check asks of a worker, as JSON of an Asked: its files are counted when they are made, by the rule for those of members.
-- One that was sent before this is no verdict.
ALTER TABLE canary ADD COLUMN asked TEXT NOT NULL DEFAULT '';
