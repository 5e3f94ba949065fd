/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;

/**
 * What a member has.
 *
 * @param owned matured credits, negative for debts
 * @param held for jobs that have not ended
 * @param pending earned by the member's devices, not matured
 */
public record Balance(Credits owned, Credits held, Credits pending) {

    public static final Balance NOTHING = new Balance(Credits.ZERO, Credits.ZERO, Credits.ZERO);

    public Credits available() {
        return owned.minus(held);
    }
}
