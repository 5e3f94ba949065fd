/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import com.noragentia.helios.protocol.crypto.Sha256;

/**
 * The check of a device that an entry follows from (trust.md 4.2, {@code audit_result}). Immutable.
 *
 * @param commitment {@link #commitment} of the check's id; 64 lower-case hex digits
 * @param verdict what came of it
 */
public record Check(String commitment, Verdict verdict) {

    /** What came of a check; one that came to nothing has none. */
    public enum Verdict {
        PASSED,
        FAILED
    }

    private static final int DIGITS = 64;

    /** @throws IllegalArgumentException if the commitment is none */
    public Check {
        if (!HexDigits.are(commitment, DIGITS)) {
            throw new IllegalArgumentException("not 64 hex digits");
        }
    }

    /** Known to whoever knows the id of the check, which is drawn at random: the orchestrator, and the device that was checked. */
    public static String commitment(String check) {
        return Sha256.hex("helios-check-1\n" + check);
    }
}
