/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;

/**
 * What work comes to for whoever asks for it, in credits and with what is burned. Neither is below nothing. Immutable.
 *
 * @param typical with answers of usual length
 * @param most with the longest answers that are paid for
 */
public record Outlay(Credits typical, Credits most) {

    public static final Outlay NOTHING = new Outlay(Credits.ZERO, Credits.ZERO);

    /** Of work whose cost is known. */
    public static Outlay of(Credits cost) {
        return new Outlay(cost, cost);
    }

    public Outlay plus(Outlay other) {
        return new Outlay(typical.plus(other.typical), most.plus(other.most));
    }

    /** Less some that is over; never below nothing. */
    Outlay minus(Outlay other) {
        return new Outlay(
                typical.minus(other.typical).max(Credits.ZERO),
                most.minus(other.most).max(Credits.ZERO));
    }
}
