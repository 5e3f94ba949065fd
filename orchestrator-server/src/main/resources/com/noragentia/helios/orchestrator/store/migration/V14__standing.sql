-- Taken in although the member's standing does not let it ask others: only the member's own devices may serve it.
ALTER TABLE job ADD COLUMN own_only INTEGER NOT NULL DEFAULT 0;
ALTER TABLE task ADD COLUMN own_only INTEGER NOT NULL DEFAULT 0;

-- Up to when a member's recent average was or will be enough for its tier, as far as was ever known.
CREATE TABLE standing (
    member       TEXT PRIMARY KEY,
    active_until INTEGER NOT NULL
) WITHOUT ROWID;

-- Members who belong together for good: no credit between them.
CREATE TABLE kinship (
    one   TEXT NOT NULL, -- a member, as is the next
    other TEXT NOT NULL,
    bond  TEXT NOT NULL, -- how it is known
    since INTEGER NOT NULL,
    PRIMARY KEY (one, other, bond)
) WITHOUT ROWID;

-- From which networks members came lately. A network is kept as an HMAC, from which no address can be read.
CREATE TABLE network_seen (
    network TEXT NOT NULL,
    member  TEXT NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (network, member)
) WITHOUT ROWID;

CREATE INDEX network_seen_age ON network_seen (seen_at);

-- What is found by when a member's account goes, as are those of the next tables.
CREATE INDEX network_seen_member ON network_seen (member);
CREATE INDEX kinship_other ON kinship (other);

-- Who worked for whom, how often and for how much, by day.
CREATE TABLE pair_day (
    day       INTEGER NOT NULL, -- since 1970
    requester TEXT NOT NULL,
    owner     TEXT NOT NULL,    -- of the device that answered
    tasks     INTEGER NOT NULL,
    micros    INTEGER NOT NULL, -- earned, in millionths of a credit
    PRIMARY KEY (day, requester, owner)
) WITHOUT ROWID;

CREATE INDEX pair_day_requester ON pair_day (requester);
CREATE INDEX pair_day_owner ON pair_day (owner);

-- What is improbable and waits for somebody to look at it. Proves nothing.
CREATE TABLE suspicion (
    kind       TEXT NOT NULL,
    requester  TEXT NOT NULL, -- empty where the suspicion is of an owner alone
    owner      TEXT NOT NULL,
    observed   REAL NOT NULL, -- tasks of the pair; of an owner, the share of its income that came from few
    expected   REAL NOT NULL, -- likewise, by chance
    flagged_at INTEGER NOT NULL,
    PRIMARY KEY (kind, requester, owner)
) WITHOUT ROWID;
