/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.Kinship;
import com.noragentia.helios.orchestrator.dispatch.Lease;
import com.noragentia.helios.orchestrator.dispatch.OpenTask;
import com.noragentia.helios.orchestrator.dispatch.Terms;
import com.noragentia.helios.orchestrator.ledger.Metering;
import com.noragentia.helios.orchestrator.ledger.Outlay;
import com.noragentia.helios.orchestrator.ledger.PriceTable;
import com.noragentia.helios.orchestrator.ledger.Settlement;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Asked;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What jobs cost. When a job is accepted, the most that it can come to is held; each answered task is paid for at once, by the price of the
 * model that answered and by what the orchestrator counted, and never more than was held for this task; when the job ends, whatever its end, the rest is free again. Tasks that nobody
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

    /** Who may answer: where a model is named, that one alone. */
    private List<String> candidates(Expert expert, Optional<String> named) {
        return named.map(List::of).orElseGet(() -> models.apply(expert));
    }

    /**
     * What the turn of who asks is charged for a task, until it is answered.
     *
     * @param named the model that is to answer; empty where any of the expert may
     */
    Credits expected(Expert expert, Optional<String> named, Asked asked) {
        return turn(prices.get().dearest(candidates(expert, named), Metering.typical(expert, asked)));
    }

    /**
     * What the turn of who asks is charged for so much work: its price, and for handing it out as much as is burned for a task at least.
     * Without that, a flood of tasks that cost next to nothing would never end its turn.
     */
    Credits turn(Credits worth) {
        return worth.plus(prices.get().job().burn().least());
    }

    /** By what a task that is accepted now is paid. */
    Terms terms(Expert expert, Optional<String> named, Asked asked) {
        Outlay outlay = outlay(expert, named, asked);
        return new Terms(asked, Optional.of(new Terms.Held(outlay.typical(), outlay.most())));
    }

    /**
     * What a job comes to: all its tasks, and what puts their parts together.
     *
     * @param reducer the model that is to put them together; empty where any may
     */
    Outlay outlay(Collection<Terms> tasks, Plan plan, Optional<String> reducer) {
        Outlay each = tasks.stream().flatMap(terms -> held(terms).stream()).reduce(Outlay.NOTHING, Outlay::plus);
        return plan instanceof Plan.Fanned fanned ? each.plus(toReduce(fanned, reducer)) : each;
    }

    private static Optional<Outlay> held(Terms terms) {
        return terms.held().map(held -> new Outlay(held.typical(), held.most()));
    }

    /** What an open task comes to: what was held for it, or, where that was not noted yet, what it would be by now. */
    Outlay outlay(OpenTask task) {
        return held(task.terms())
                .orElseGet(() ->
                        outlay(task.expert(), Optional.empty(), task.terms().asked()));
    }

    private Outlay outlay(Expert expert, Optional<String> named, Asked asked) {
        List<String> able = candidates(expert, named);
        return new Outlay(paid(able, Metering.typical(expert, asked)), paid(able, Metering.most(expert, asked)));
    }

    /** What putting the parts of a plan together comes to. */
    Outlay toReduce(Plan.Fanned plan, Optional<String> reducer) {
        return toReduce(plan.reduction(), plan.parts(), reducer);
    }

    /** What putting so many parts together comes to. */
    Outlay toReduce(Reduction reduction, int files, Optional<String> reducer) {
        return switch (reduction) {
            case Reduction.Ask(TaskInput.Combine bare) -> {
                List<String> able = candidates(bare.expert(), reducer);
                yield new Outlay(
                        paid(able, Metering.typicalToCombine(bare, files)),
                        paid(able, Metering.mostToCombine(bare, files)));
            }
            case Reduction.Join() -> Outlay.NOTHING;
        };
    }

    /** Keeps back the most of it. */
    void hold(Transaction tx, NewJob job, Outlay outlay) {
        till.hold(tx, job.member(), job.id(), outlay);
    }

    private Credits paid(List<String> able, Asked asked) {
        PriceTable now = prices.get();
        return now.job().burn().with(now.dearest(able, asked));
    }

    /** Reads the books, should they not be read yet; to be called before a task ends that is to be paid. */
    void open(Transaction tx) {
        till.open(tx);
    }

    /** A task was answered. To be called once for each. */
    Bill settle(Transaction tx, Lease lease, Terms terms, TaskOutput output) {
        if (lease.isOwn()) {
            return Bill.NOTHING;
        }
        PriceTable now = prices.get();
        Measure measure = now.counted(lease.model(), Metering.answered(lease.expert(), terms.asked(), output));
        Credits worth = now.of(lease.model()).of(measure);
        if (!worth.isPositive()
                || kinship.related(tx, lease.member(), lease.holder().member())) {
            return new Bill(worth, Credits.ZERO);
        }
        return new Bill(
                worth, till.settle(tx, settlement(lease, worth, terms, measure)).cost());
    }

    private Settlement settlement(Lease lease, Credits worth, Terms terms, Measure measure) {
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
                terms.held().map(Terms.Held::most),
                facts);
    }

    /** A job has ended. */
    void release(Transaction tx, String job) {
        till.release(tx, job);
    }
}
