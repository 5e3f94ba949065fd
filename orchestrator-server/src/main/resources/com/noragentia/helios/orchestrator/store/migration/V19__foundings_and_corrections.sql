-- Accounts that were founded without a code in the last 24 hours, by network: so many and no more, whatever is restarted or deleted. Names no account.
CREATE TABLE founding (
    network TEXT NOT NULL,    -- a keyed hash of the network's prefix
    at      INTEGER NOT NULL  -- epoch milliseconds
);

CREATE INDEX founding_network ON founding (network, at);

-- What devices had minted on the day on which their account was closed: who comes back with the same key that day goes on from there.
-- Forgotten when the day is over.
CREATE TABLE ledger_gone_device (
    day    INTEGER NOT NULL, -- days since 1970 (UTC)
    device TEXT NOT NULL,    -- SHA-256 of its id
    minted INTEGER NOT NULL, -- millionths of a credit
    PRIMARY KEY (day, device)
) WITHOUT ROWID;

-- Why the operator reversed an entry. Not part of the public ledger, and not exported.
CREATE TABLE ledger_correction (
    idx       INTEGER PRIMARY KEY, -- of the entry that reverses
    corrected INTEGER NOT NULL,    -- of the one that was a mistake
    why       TEXT NOT NULL
);
