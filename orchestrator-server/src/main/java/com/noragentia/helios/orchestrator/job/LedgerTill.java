/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.ledger.Ledger;
import com.noragentia.helios.orchestrator.ledger.Outlay;
import com.noragentia.helios.orchestrator.ledger.Payment;
import com.noragentia.helios.orchestrator.ledger.Settlement;
import com.noragentia.helios.orchestrator.store.Transaction;

/** The network's ledger. */
public record LedgerTill(Ledger ledger) implements Till {

    @Override
    public void hold(Transaction tx, String member, String job, Outlay outlay) {
        ledger.hold(tx, member, job, outlay);
    }

    @Override
    public void open(Transaction tx) {
        ledger.open(tx);
    }

    @Override
    public Payment settle(Transaction tx, Settlement settlement) {
        return ledger.settle(tx, settlement);
    }

    @Override
    public void release(Transaction tx, String job) {
        ledger.release(tx, job);
    }
}
