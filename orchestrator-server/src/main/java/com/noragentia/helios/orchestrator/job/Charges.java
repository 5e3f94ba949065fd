/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.Kinship;
import com.noragentia.helios.orchestrator.dispatch.Lease;
import com.noragentia.helios.orchestrator.dispatch.OpenTask;
import com.noragentia.helios.orchestrator.ledger.Metering;
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

/**
 * What jobs cost. When a job is accepted, the most that it can come to is held; each answered task is paid for at once, by the price of the
 * model that answered and by what the orchestrator counted; when the job ends, whatever its end, the rest is free again. Tasks that nobody
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
    private final PriceTable prices;
    private final Kinship kinship;
    private final Function<Expert, List<String>> models;

    /** @param models ids of those that serve an expert */
    Charges(Till till, PriceTable prices, Kinship kinship, Function<Expert, List<String>> models) {
        this.till = till;
        this.prices = prices;
        this.kinship = kinship;
        this.models = models;
    }

    /** What a task will probably cost, without what is burned. */
    Credits expected(Expert expert, Measure asked) {
        return prices.dearest(models.apply(expert), Metering.typical(expert, asked));
    }

    /** Holds what a job can cost at most: all its tasks, and what puts their parts together. */
    void hold(Transaction tx, NewJob job, Collection<Measure> asked, Plan plan) {
        Credits tasks = asked.stream()
                .map(measure -> most(job.expert(), Metering.most(job.expert(), measure)))
                .reduce(Credits.ZERO, Credits::plus);
        Credits reduction = plan instanceof Plan.Fanned(List<Plan.Part> each, Reduction how)
                ? toReduce(how, each.size())
                : Credits.ZERO;
        till.hold(tx, job.member(), job.id(), tasks.plus(reduction));
    }

    /** What an open task can cost at most. */
    Credits most(OpenTask task) {
        return most(task.expert(), Metering.most(task.expert(), task.asked()));
    }

    /** What putting so many parts together can cost at most. */
    Credits toReduce(Reduction reduction, int files) {
        return switch (reduction) {
            case Reduction.Ask(TaskInput.Combine bare) -> most(bare.expert(), Metering.mostToCombine(bare, files));
            case Reduction.Join() -> Credits.ZERO;
        };
    }

    private Credits most(Expert expert, Measure measure) {
        return prices.job().burn().with(prices.dearest(models.apply(expert), measure));
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
        Credits worth = prices.of(lease.model()).of(measure);
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
                prices.version(),
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
