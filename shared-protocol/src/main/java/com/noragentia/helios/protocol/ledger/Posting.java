/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

/** One side of an entry: what {@code account} gains, or loses where {@code amount} is negative; never nothing. */
public record Posting(Account account, Credits amount) {

    public Posting {
        if (amount.isZero()) {
            throw new IllegalArgumentException("a posting of nothing");
        }
    }
}
