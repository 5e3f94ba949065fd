/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import java.sql.SQLException;

/** A statement failed. Names the statement and SQLite's result code, never the values bound to it, which may be a member's words. */
public final class StatementFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StatementFailure(String sql, SQLException cause) {
        super("SQLite result " + cause.getErrorCode() + " of: " + sql.strip().replaceAll("\\s+", " "));
        setStackTrace(cause.getStackTrace());
    }
}
