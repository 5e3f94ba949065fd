/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;

/**
 * What a member has, in credits. Immutable.
 *
 * @param owned matured credits, negative for debts
 * @param open what jobs that have not ended come to; the most of it is held
 * @param pending earned by the member's devices, not matured; not below nothing
 */
public record Balance(Credits owned, Outlay open, Credits pending) {

    public static final Balance NOTHING = new Balance(Credits.ZERO, Outlay.NOTHING, Credits.ZERO);

    /** For jobs that have not ended; not below nothing. */
    public Credits held() {
        return open.most();
    }

    /** What is neither spent nor kept back. Below nothing it need be no debt: jobs under way seldom cost all that is held for them. */
    public Credits available() {
        return owned.minus(held());
    }
}
