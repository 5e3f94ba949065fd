/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;

/**
 * Credits that were earned about the same time and wait to mature together.
 *
 * @param lastIndex of the entries that it sums up
 * @param at of the last of them, epoch milliseconds
 */
record Lot(long lastIndex, long at, Credits amount) {

    /** How far apart entries may be that share a lot: a busy device has a few dozen lots then, not thousands. */
    private static final long SPAN_MILLIS = 600_000;

    /** Whether an entry may join: of the same span, and on the same side of the last check. */
    boolean takes(long index, long then, long checkedBefore) {
        return at / SPAN_MILLIS == then / SPAN_MILLIS && (lastIndex < checkedBefore) == (index < checkedBefore);
    }

    Lot with(long index, long then, Credits more) {
        return new Lot(index, then, amount.plus(more));
    }

    Lot less(Credits some) {
        return new Lot(lastIndex, at, amount.minus(some));
    }
}
