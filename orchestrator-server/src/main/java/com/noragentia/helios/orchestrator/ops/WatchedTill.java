/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.job.Till;
import com.noragentia.helios.orchestrator.ledger.Outlay;
import com.noragentia.helios.orchestrator.ledger.Payment;
import com.noragentia.helios.orchestrator.ledger.Settlement;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.trust.PairWatch;

/** A till that also tells the statistics who earned from whom. */
record WatchedTill(Till till, PairWatch pairs) implements Till {

    @Override
    public void hold(Transaction tx, String member, String job, Outlay outlay) {
        till.hold(tx, member, job, outlay);
    }

    @Override
    public void open(Transaction tx) {
        till.open(tx);
    }

    @Override
    public Payment settle(Transaction tx, Settlement settlement) {
        Payment paid = till.settle(tx, settlement);
        // Told twice it is one task; and where nothing was paid, one of the two may have gone, of whom nothing is to be
        // written any more.
        if (paid.isFirst()) {
            pairs.answered(tx, settlement.requester(), settlement.owner(), paid.earned());
        }
        return paid;
    }

    @Override
    public void release(Transaction tx, String job) {
        till.release(tx, job);
    }
}
