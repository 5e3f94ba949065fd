/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A database in which the ledger cannot be read, or not all of it. */
public final class UnreadableLedger extends IOException {

    private static final long serialVersionUID = 1L;

    private final What what;
    private final String detail;

    /** What cannot be read. */
    public enum What {
        /** The detail is the file. */
        NONE,
        BALANCES,
        ROWS,
        /** The detail is what SQLite says of it, a number. */
        DAMAGED,
        /** The file was read, but could not be closed. */
        CLOSING
    }

    UnreadableLedger(What what, @Nullable Object detail, Throwable cause) {
        super("the ledger in the database cannot be read: " + what + " " + detail, cause);
        this.what = what;
        this.detail = String.valueOf(detail);
    }

    public What what() {
        return what;
    }

    /** A file, a number or a message of the database, never what is in it. */
    public String detail() {
        return detail;
    }
}
