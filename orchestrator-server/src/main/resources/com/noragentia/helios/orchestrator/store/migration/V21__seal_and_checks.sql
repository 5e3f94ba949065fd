-- A sum over all rows of ledger_member, ledger_device and ledger_snapshot as of the snapshot: a start sees whether one was changed since
-- (Seal). Null until the first snapshot that is written with it.
ALTER TABLE ledger_snapshot ADD COLUMN seal INTEGER;

-- Which check the device passed last: the hash that its matured entries name. Always current; null until the next is passed.
ALTER TABLE ledger_device ADD COLUMN checked_by TEXT;
