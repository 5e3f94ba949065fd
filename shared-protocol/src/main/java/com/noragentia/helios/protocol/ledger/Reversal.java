/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

/**
 * Which entry a compensation reverses. Immutable.
 *
 * @param entry index of the mistake, from 0
 * @param since epoch milliseconds since when what is taken from an owner had counted as contributed; 0 where none of it had
 */
public record Reversal(long entry, long since) {

    /** @throws IllegalArgumentException if one of them is below nothing */
    public Reversal {
        if (entry < 0 || since < 0) {
            throw new IllegalArgumentException("a reversal of nothing");
        }
    }
}
