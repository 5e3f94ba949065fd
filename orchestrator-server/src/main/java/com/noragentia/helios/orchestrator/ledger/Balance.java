/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;

/**
 * What a member has, in credits. Immutable.
 *
 * @param owned matured credits, negative for debts
 * @param held for jobs that have not ended; not below nothing
 * @param pending earned by the member's devices, not matured; not below nothing
 */
public record Balance(Credits owned, Credits held, Credits pending) {

    public static final Balance NOTHING = new Balance(Credits.ZERO, Credits.ZERO, Credits.ZERO);

    /** What may be spent; below nothing for debts. */
    public Credits available() {
        return owned.minus(held);
    }
}
