/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.dispatch.Lease;
import com.noragentia.helios.orchestrator.ledger.Ledger;
import com.noragentia.helios.orchestrator.ledger.LedgerRules;
import com.noragentia.helios.orchestrator.ledger.Metering;
import com.noragentia.helios.orchestrator.ledger.PriceTable;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.trust.Rewards;
import com.noragentia.helios.protocol.ledger.Asked;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.Locale;
import java.util.function.Supplier;

/** Puts into the books what follows from checks. */
record LedgerRewards(Ledger ledger, LedgerRules rules, Supplier<PriceTable> prices, ChecksPassed checksPassed)
        implements Rewards {

    /** How many checks a device has passed while it belonged to an owner. */
    @FunctionalInterface
    interface ChecksPassed {
        long of(Transaction tx, String device, String owner);
    }

    @Override
    public void passed(Transaction tx, String check, String device) {
        ledger.passed(tx, check, device);
    }

    @Override
    public void failed(Transaction tx, String check, String device, String owner) {
        ledger.failed(tx, check, device, owner);
    }

    @Override
    public void worked(Transaction tx, Lease canary, Asked asked, TaskOutput output) {
        Measure measure = prices.get().counted(canary.model(), Metering.answered(canary.expert(), asked, output));
        Credits work = prices.get().canary(canary.model(), measure);
        LedgerEntry.Facts facts = new LedgerEntry.Facts(
                LedgerEntry.commitment(canary.task(), canary.id()),
                canary.expert().name().toLowerCase(Locale.ROOT),
                canary.model(),
                prices.get().version(),
                measure);
        var _ = earned(
                tx, canary.task(), canary.holder().device(), canary.holder().member(), work, facts);
    }

    /** A canary was answered right. Returns what it brought, with the allowance of a newcomer. */
    Credits earned(Transaction tx, String canary, String device, String owner, Credits work, LedgerEntry.Facts facts) {
        Credits allowed = checksPassed.of(tx, device, owner) >= LedgerRules.CHECKS_OF_A_NEWCOMER
                ? ledger.allow(tx, owner, device, rules.allowance())
                : Credits.ZERO;
        return allowed.plus(ledger.mint(tx, canary, device, owner, work, facts));
    }
}
