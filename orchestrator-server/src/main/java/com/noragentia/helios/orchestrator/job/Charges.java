/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.Kinship;
import com.noragentia.helios.orchestrator.dispatch.Lease;
import com.noragentia.helios.orchestrator.dispatch.OpenTask;
import com.noragentia.helios.orchestrator.ledger.Metering;
import com.noragentia.helios.orchestrator.ledger.Outlay;
import com.noragentia.helios.orchestrator.ledger.PriceTable;
import com.noragentia.helios.orchestrator.ledger.Settlement;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What jobs cost. When a job is accepted, the most that it can come to is held; each answered task is paid for at once, by the price of the
 * model that answered and by what the orchestrator counted, and never more than is held; when the job ends, whatever its end, the rest is free again. Tasks that nobody
 * answers cost nothing, and neither does work by the member's own devices or by those of kin.
 */
final class Charges {

    /**
     * What an answered task comes to.
     *
     * @param worth by the price table; nothing on the member's own devices
     * @param paid by who asked, with what is burned
     */
    record Bill(Credits worth, Credits paid) {

        static final Bill NOTHING = new Bill(Credits.ZERO, Credits.ZERO);
    }

    private final Till till;
    private final Supplier<PriceTable> prices;
    private final Kinship kinship;
    private final Function<Expert, List<String>> models;

    /** @param models ids of those that serve an expert */
    Charges(Till till, Supplier<PriceTable> prices, Kinship kinship, Function<Expert, List<String>> models) {
        this.till = till;
        this.prices = prices;
        this.kinship = kinship;
        this.models = models;
    }

    /** What a task will probably cost, without what is burned. */
    Credits expected(Expert expert, Measure asked) {
        return prices.get().dearest(models.apply(expert), Metering.typical(expert, asked));
    }

    /** What a job comes to: all its tasks, and what puts their parts together. */
    Outlay outlay(Expert expert, Collection<Measure> asked, Plan plan) {
        Outlay tasks = asked.stream().map(measure -> outlay(expert, measure)).reduce(Outlay.NOTHING, Outlay::plus);
        return plan instanceof Plan.Fanned(List<Plan.Part> each, Reduction how)
                ? tasks.plus(toReduce(how, each.size()))
                : tasks;
    }

    /** What an open task comes to. */
    Outlay outlay(OpenTask task) {
        return outlay(task.expert(), task.asked());
    }

    private Outlay outlay(Expert expert, Measure asked) {
        return new Outlay(paid(expert, Metering.typical(expert, asked)), paid(expert, Metering.most(expert, asked)));
    }

    /** What putting so many parts together comes to. */
    Outlay toReduce(Reduction reduction, int files) {
        return switch (reduction) {
            case Reduction.Ask(TaskInput.Combine bare) ->
                new Outlay(
                        paid(bare.expert(), Metering.typicalToCombine(bare, files)),
                        paid(bare.expert(), Metering.mostToCombine(bare, files)));
            case Reduction.Join() -> Outlay.NOTHING;
        };
    }

    /** Keeps back the most of it. */
    void hold(Transaction tx, NewJob job, Outlay outlay) {
        till.hold(tx, job.member(), job.id(), outlay);
    }

    private Credits paid(Expert expert, Measure measure) {
        PriceTable now = prices.get();
        return now.job().burn().with(now.dearest(models.apply(expert), measure));
    }

    /** Reads the books, should they not be read yet; to be called before a task ends that is to be paid. */
    void open(Transaction tx) {
        till.open(tx);
    }

    /** A task was answered. To be called once for each. */
    Bill settle(Transaction tx, Lease lease, Measure asked, TaskOutput output) {
        if (lease.isOwn()) {
            return Bill.NOTHING;
        }
        Measure measure = Metering.answered(lease.expert(), asked, output);
        Credits worth = prices.get().of(lease.model()).of(measure);
        if (!worth.isPositive()
                || kinship.related(tx, lease.member(), lease.holder().member())) {
            return new Bill(worth, Credits.ZERO);
        }
        return new Bill(
                worth, till.settle(tx, settlement(lease, worth, measure)).cost());
    }

    private Settlement settlement(Lease lease, Credits worth, Measure measure) {
        LedgerEntry.Facts facts = new LedgerEntry.Facts(
                LedgerEntry.commitment(lease.task(), lease.id()),
                lease.expert().name().toLowerCase(Locale.ROOT),
                lease.model(),
                prices.get().version(),
                measure);
        return new Settlement(
                lease.task(),
                lease.job(),
                lease.member(),
                lease.holder().device(),
                lease.holder().member(),
                worth,
                facts);
    }

    /** A job has ended. */
    void release(Transaction tx, String job) {
        till.release(tx, job);
    }
}
