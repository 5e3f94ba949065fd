-- Keys that may bring a new device in when all are lost: the public half, and its fingerprint to find it by.
ALTER TABLE member ADD COLUMN recovery_key TEXT;
ALTER TABLE member ADD COLUMN recovery_id TEXT;
-- Whose invitation brought the member in; null for none, or for one who has gone.
ALTER TABLE member ADD COLUMN invited_by TEXT REFERENCES member (id);

CREATE UNIQUE INDEX member_recovery ON member (recovery_id) WHERE recovery_id IS NOT NULL;
CREATE INDEX member_invited_by ON member (invited_by) WHERE invited_by IS NOT NULL;

ALTER TABLE device ADD COLUMN seen_at INTEGER;
ALTER TABLE device ADD COLUMN revoked_at INTEGER; -- null while its key is good

CREATE INDEX device_member ON device (member);

-- A code with an inviter and no member makes its user a new member.
ALTER TABLE enrolment_code ADD COLUMN inviter TEXT REFERENCES member (id);

-- What the bearer may do: a device's own token, a web session (ask, read), or an API token.
ALTER TABLE access_token ADD COLUMN scopes TEXT NOT NULL DEFAULT 'ask,read,manage';

CREATE INDEX access_token_device ON access_token (device);

-- Tokens that people made for other programs, beside their row in access_token.
CREATE TABLE api_token (
    id         TEXT PRIMARY KEY,
    hash       TEXT NOT NULL UNIQUE REFERENCES access_token (hash) ON DELETE CASCADE,
    member     TEXT NOT NULL REFERENCES member (id),
    label      TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    used_at    INTEGER
);

CREATE INDEX api_token_member ON api_token (member);

-- Links that give a browser its session, once.
CREATE TABLE web_link (
    hash       TEXT PRIMARY KEY,
    device     TEXT NOT NULL REFERENCES device (id),
    expires_at INTEGER NOT NULL
);

CREATE INDEX web_link_device ON web_link (device);

-- Fingerprints of keys that are never taken again, of accounts that have gone: revoked ones, and of devices that a check has convicted.
-- Nothing says whose they were.
CREATE TABLE barred_key (
    id TEXT PRIMARY KEY
) WITHOUT ROWID;
