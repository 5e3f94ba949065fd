-- The last check of a device decides what matures: it is sealed in its own row (Seal.ofCheck). Which check was passed before cannot be told any
-- more from what somebody wrote there, so each device waits for its next one, of which there is one an hour.
ALTER TABLE ledger_device ADD COLUMN checked_seal INTEGER NOT NULL DEFAULT 0;
UPDATE ledger_device SET checked_before = 0, checked_by = NULL;
