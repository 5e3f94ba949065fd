-- A start seals the rows that have no seal yet, as an older Helios writes them: these find them without reading all others. Usually empty.
CREATE INDEX ledger_member_unsealed ON ledger_member (number) WHERE row_seal = 0;
CREATE INDEX ledger_device_unsealed ON ledger_device (number) WHERE row_seal = 0;
CREATE INDEX ledger_check_unsealed ON ledger_check (event) WHERE row_seal = 0;
CREATE INDEX ledger_gone_device_unsealed ON ledger_gone_device (day, device) WHERE row_seal = 0;
CREATE INDEX ledger_correction_unsealed ON ledger_correction (idx) WHERE row_seal = 0;
CREATE INDEX log_checkpoint_unsealed ON log_checkpoint (size) WHERE row_seal = 0;
CREATE INDEX receipt_due_unsealed ON receipt_due (account, idx) WHERE row_seal = 0;
CREATE INDEX receipt_signed_unsealed ON receipt_signed (account, last_idx) WHERE row_seal = 0;
