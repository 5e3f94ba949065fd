/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.ledger.Settlement;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Credits;

/** A network that keeps no books: work is measured, and nobody pays. */
public record NoTill() implements Till {

    @Override
    public void hold(Transaction tx, String member, String job, Credits most) {
        // Nobody owes anything.
    }

    @Override
    public Credits settle(Transaction tx, Settlement settlement) {
        return Credits.ZERO;
    }

    @Override
    public void release(Transaction tx, String job) {
        // Nobody owes anything.
    }
}
