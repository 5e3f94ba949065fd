CREATE TABLE availability (
    device TEXT PRIMARY KEY,
    good   REAL NOT NULL,    -- leases that ended with an answer, as of then; half after seven days
    blamed REAL NOT NULL,    -- leases that ended by the device's fault, likewise
    as_of  INTEGER NOT NULL
) WITHOUT ROWID;
