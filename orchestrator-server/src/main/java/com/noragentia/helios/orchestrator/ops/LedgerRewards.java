/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.dispatch.Lease;
import com.noragentia.helios.orchestrator.dispatch.TaskDesk;
import com.noragentia.helios.orchestrator.ledger.Ledger;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.trust.Rewards;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.Locale;

/** Puts into the books what follows from checks. */
record LedgerRewards(Ledger ledger) implements Rewards {

    /** A canary earns half of what the same work earns: trust.md 3.2. */
    static final double CANARY_SHARE = 0.5;

    private static final int ESTIMATED = 0;

    @Override
    public void passed(Transaction tx, String check, String device) {
        ledger.passed(tx, check, device);
    }

    @Override
    public void failed(Transaction tx, String check, String device, String owner) {
        ledger.failed(tx, check, device, owner);
    }

    /** Priced by the estimate of dispatch. */
    @Override
    public void worked(Transaction tx, Lease canary, TaskInput input, TaskOutput output) {
        Credits work = Credits.of(CANARY_SHARE * TaskDesk.cost(input));
        LedgerEntry.Facts facts = new LedgerEntry.Facts(
                LedgerEntry.commitment(canary.task(), canary.id()),
                canary.expert().name().toLowerCase(Locale.ROOT),
                canary.model(),
                ESTIMATED,
                Measure.NOTHING);
        var _ = ledger.mint(
                tx, canary.task(), canary.holder().device(), canary.holder().member(), work, facts);
    }
}
