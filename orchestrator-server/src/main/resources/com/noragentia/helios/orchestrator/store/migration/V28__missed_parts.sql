-- A look at pictures goes on without what nobody could see in them, unless the member named who is to look. Of jobs of before this no part may be missed.
ALTER TABLE part ADD COLUMN may_be_missed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE part ADD COLUMN missed INTEGER NOT NULL DEFAULT 0; -- nobody answered it
