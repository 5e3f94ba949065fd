CREATE TABLE speed (
    device      TEXT NOT NULL,
    model       TEXT NOT NULL,
    load_millis REAL NOT NULL,    -- 0 where it was never measured
    prefill     REAL NOT NULL,    -- tokens a second, 0 likewise
    decode      REAL NOT NULL,    -- tokens or pieces a second, 0 likewise
    samples     INTEGER NOT NULL, -- tasks that were measured to their end
    measured_at INTEGER NOT NULL,
    PRIMARY KEY (device, model)
) WITHOUT ROWID;
