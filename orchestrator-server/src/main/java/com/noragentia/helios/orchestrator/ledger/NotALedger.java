/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import java.io.IOException;
import java.nio.file.Path;

/** A file was to be an exported ledger, and is none. */
public final class NotALedger extends IOException {

    private static final long serialVersionUID = 1L;

    NotALedger(Path file, Throwable cause) {
        super(file + " is not an exported ledger", cause);
    }
}
