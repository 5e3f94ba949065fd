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

    /** The work and what is burned beside it: what a requester pays. */
    public Credits with(Credits work) {
        return work.plus(on(work));
    }
}
