-- Rows that follow from no entry each carry a seal of their own: "helios ledger verify" sees whether one is as it was written. Rows that are
-- there already are sealed by the next step, as SQL alone cannot.
ALTER TABLE ledger_member ADD COLUMN row_seal INTEGER NOT NULL DEFAULT 0; -- of the names; what follows them is sealed with the snapshot
ALTER TABLE ledger_device ADD COLUMN row_seal INTEGER NOT NULL DEFAULT 0; -- likewise
ALTER TABLE ledger_check ADD COLUMN row_seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ledger_gone_device ADD COLUMN row_seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ledger_correction ADD COLUMN row_seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE log_checkpoint ADD COLUMN row_seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE receipt_due ADD COLUMN row_seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE receipt_signed ADD COLUMN row_seal INTEGER NOT NULL DEFAULT 0;

-- What was kept back for a task when its job was accepted, in millionths of a credit: no more is ever paid for it, whatever prices are by then.
-- Null where nobody pays, and for what was accepted before this.
ALTER TABLE task ADD COLUMN held_typical INTEGER;
ALTER TABLE task ADD COLUMN held_most INTEGER;
-- Likewise for what puts the parts of a job together, until that is a task.
ALTER TABLE reduction ADD COLUMN held_typical INTEGER;
ALTER TABLE reduction ADD COLUMN held_most INTEGER;
