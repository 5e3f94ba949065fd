-- The Merkle log over the entries of the ledger. All of it follows from the entries and the server's key.
CREATE TABLE log_checkpoint (
    size INTEGER PRIMARY KEY, -- entries under it
    at   INTEGER NOT NULL,
    note TEXT NOT NULL        -- as it was signed
);

CREATE TABLE log_tile (
    level  INTEGER NOT NULL,  -- 0: hashes of entries; above: of 256 hashes below
    idx    INTEGER NOT NULL,
    hashes BLOB NOT NULL,     -- 256 of 32 bytes
    PRIMARY KEY (level, idx)
);

-- Entries that a device has not signed for yet, under the pseudonym of its account.
CREATE TABLE receipt_due (
    account TEXT NOT NULL,
    idx     INTEGER NOT NULL,
    PRIMARY KEY (account, idx)
) WITHOUT ROWID;

CREATE TABLE receipt_signed (
    account   TEXT NOT NULL,
    last_idx  INTEGER NOT NULL,
    first_idx INTEGER NOT NULL,
    size      INTEGER NOT NULL, -- of the checkpoint that was signed with them
    signature TEXT NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (account, last_idx)
) WITHOUT ROWID;

-- A device asks for its receipts by its own name.
CREATE INDEX ledger_device_name ON ledger_device (device);
