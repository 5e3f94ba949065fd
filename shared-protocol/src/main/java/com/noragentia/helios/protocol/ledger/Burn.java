/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

/**
 * What a requester pays beside the work, and nobody receives: it makes going in circles a loss (trust.md §3.2). Pure.
 *
 * @param least for each task, but never more than the work itself: small work must stay worth asking for
 */
public record Burn(Credits least) {

    /** Of the work. */
    public static final double SHARE = 0.08;

    /** What is burned beside so much work; nothing where the work is worth nothing. */
    public Credits on(Credits work) {
        return work.isPositive() ? work.times(SHARE).max(least.min(work)) : Credits.ZERO;
    }

    /** The most work that comes to no more than this, with what is burned beside it; nothing where there is nothing. */
    public Credits within(Credits most) {
        if (!most.isPositive()) {
            return Credits.ZERO;
        }
        // Three slopes: half of it while the work is less than the least, then the least less, then the share less.
        Credits flat = most.minus(least).max(most.times(1 / 2.0));
        Credits work = flat.min(most.times(1 / (1 + SHARE)));
        while (with(work).compareTo(most) > 0) {
            work = work.minus(new Credits(1)); // of the roundings
        }
        return work;
    }

    /** The work and what is burned beside it: what a requester pays. */
    public Credits with(Credits work) {
        return work.plus(on(work));
    }
}
