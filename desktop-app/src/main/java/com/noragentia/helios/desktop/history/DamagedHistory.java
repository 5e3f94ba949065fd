/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The file of chats is no database, or a damaged one. One that another program holds, or on a full disk, is neither. */
final class DamagedHistory extends IOException {

    private static final long serialVersionUID = 1L;

    /** SQLite's extended codes carry the plain one in their lowest byte. */
    private static final int PLAIN = 0xFF;

    DamagedHistory(Path file, @Nullable Throwable cause) {
        super("the chats in " + file + " are damaged", cause);
    }

    /** Whether SQLite says so. */
    static boolean isTold(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLiteException.class::isInstance)
                .map(cause -> ((SQLiteException) cause).getResultCode().code & PLAIN)
                .anyMatch(code ->
                        code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code);
    }
}
