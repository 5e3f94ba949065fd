/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import java.nio.file.Path;

/** A newer Helios has changed the database: this one does not know what it would have to write there, and writes nothing. */
public final class NewerDatabase extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final String version;

    /** @param version that the database has */
    NewerDatabase(Path file, String version) {
        super(file + " was made by a newer Helios (version " + version + " of the database). Start that one again,"
                + " or put a backup of before the update back");
        this.file = file.toString();
        this.version = version;
    }

    public String file() {
        return file;
    }

    /** Of the database. */
    public String version() {
        return version;
    }
}
