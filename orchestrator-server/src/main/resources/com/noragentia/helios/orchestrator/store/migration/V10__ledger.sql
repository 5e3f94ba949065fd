-- The books. Entries are only ever added; everything below them can be reckoned anew from them, the names aside.
CREATE TABLE ledger_entry (
    idx   INTEGER PRIMARY KEY,   -- from 0, without gaps
    event BLOB NOT NULL UNIQUE,  -- what it records, 32 bytes: the same twice is refused
    body  TEXT NOT NULL          -- canonical JSON of a LedgerEntry
);

-- Who stands behind a pseudonym. A row goes when its account is closed, and with it all that leads from the entries to a person.
-- What follows after the names is as of the snapshot below, and is read at the start together with the entries since.
CREATE TABLE ledger_member (
    number      INTEGER PRIMARY KEY,
    member      TEXT NOT NULL UNIQUE,
    pseudonym   TEXT NOT NULL UNIQUE,
    owned       INTEGER NOT NULL DEFAULT 0, -- millionths of a credit, as all amounts here
    lifetime    INTEGER NOT NULL DEFAULT 0,
    activity    REAL NOT NULL DEFAULT 0,    -- recent average credit a day, as of the next
    activity_at INTEGER NOT NULL DEFAULT 0,
    hoard_since INTEGER NOT NULL DEFAULT 0  -- since when a part of it fades; 0 where none does
);

CREATE TABLE ledger_device (
    number         INTEGER PRIMARY KEY,
    device         TEXT NOT NULL,
    owner          INTEGER NOT NULL REFERENCES ledger_member (number) ON DELETE CASCADE,
    pseudonym      TEXT NOT NULL UNIQUE,
    checked_before INTEGER NOT NULL DEFAULT 0, -- entries under this index may mature; always current
    lots           TEXT NOT NULL DEFAULT '[]', -- JSON of Lots: what is pending
    active_day     INTEGER NOT NULL DEFAULT 0, -- days since 1970 (UTC), when it earned last
    minted         INTEGER NOT NULL DEFAULT 0, -- on that day
    UNIQUE (owner, device)
);

CREATE TABLE ledger_day (
    owner   INTEGER NOT NULL REFERENCES ledger_member (number) ON DELETE CASCADE,
    day     INTEGER NOT NULL, -- days since 1970 (UTC)
    device  INTEGER NOT NULL, -- number of one; 0 for the member's own account
    kind    TEXT NOT NULL,    -- of the entries
    expert  TEXT NOT NULL,    -- empty where there is none
    amount  INTEGER NOT NULL, -- gained, or lost where negative
    burned  INTEGER NOT NULL, -- of what was lost
    entries INTEGER NOT NULL,
    PRIMARY KEY (owner, day, device, kind, expert)
) WITHOUT ROWID;

CREATE TABLE ledger_snapshot (
    id                    INTEGER PRIMARY KEY CHECK (id = 1),
    entries               INTEGER NOT NULL, -- how many the snapshot holds
    burn                  INTEGER NOT NULL,
    treasury              INTEGER NOT NULL,
    mint                  INTEGER NOT NULL,
    day                   INTEGER NOT NULL, -- of the figures that follow
    minted                INTEGER NOT NULL,
    transferred           INTEGER NOT NULL,
    transferred_yesterday INTEGER NOT NULL
);

INSERT INTO ledger_snapshot VALUES (1, 0, 0, 0, 0, 0, 0, 0, 0);

-- Events that have no entry, 32 bytes each: a check that was passed and is told again must not vouch for what was earned since, and a
-- canary that found the mint empty is not paid the next day; a device that brought one member an allowance brings none to another.
CREATE TABLE ledger_check (
    event BLOB PRIMARY KEY,
    at    INTEGER -- null for what must never be forgotten
) WITHOUT ROWID;

CREATE INDEX ledger_check_age ON ledger_check (at) WHERE at IS NOT NULL;
