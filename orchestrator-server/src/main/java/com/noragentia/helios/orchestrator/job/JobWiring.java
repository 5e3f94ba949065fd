/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.blob.BlobShelf;
import com.noragentia.helios.orchestrator.dispatch.Kinship;
import com.noragentia.helios.orchestrator.dispatch.TaskDesk;
import com.noragentia.helios.orchestrator.dispatch.TaskFollower;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.ledger.Load;
import com.noragentia.helios.orchestrator.ledger.Loads;
import com.noragentia.helios.orchestrator.ledger.OpenHolds;
import com.noragentia.helios.orchestrator.ledger.PriceTable;
import com.noragentia.helios.orchestrator.ledger.StandingDesk;
import com.noragentia.helios.orchestrator.member.AccountPart;
import com.noragentia.helios.orchestrator.member.Authentication;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.TaskInput;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Puts the slice together, in two steps, since jobs plan tasks and tasks report back: first {@link #follower}, then, when dispatch stands
 * on it, {@link #open}.
 */
public final class JobWiring {

    private final Store store;
    private final Clock clock;
    private final LiveTail tail = new LiveTail();
    private final JobTable jobs = new JobTable();
    private final EventLog events = new EventLog(jobs, tail);
    private final PartTable parts = new PartTable();
    private final JobsToday today;
    /** Where followers find the desk that stands on them; {@link #open} brings it. */
    private final CompletableFuture<TaskDesk> desk = new CompletableFuture<>();

    /** Likewise what says who puts parts together. */
    private final CompletableFuture<ReducingModel> reducing = new CompletableFuture<>();

    private final Charges charges;
    private final Endings endings;

    /**
     * Wires the slice.
     *
     * @param till where work is paid
     * @param prices in force at the moment
     * @param kinship who works for whom without pay
     * @param models ids of those that serve an expert
     */
    public JobWiring(
            Store store,
            Clock clock,
            Till till,
            Supplier<PriceTable> prices,
            Kinship kinship,
            Function<Expert, List<String>> models) {
        this.store = store;
        this.clock = clock;
        this.today = new JobsToday(jobs, clock);
        this.charges = new Charges(till, prices, kinship, models);
        this.endings = new Endings(jobs, events, charges, clock);
    }

    /** What is held for jobs; only once {@link #open}. */
    public OpenHolds holds() {
        return new HoldsOnRecord(desk::join, parts, charges);
    }

    /** What the slice shows once it is whole. */
    public record Opened(JobDesk desk, JobRetention retention, Routes routes) {}

    public TaskFollower follower() {
        PartFollower ofParts =
                new PartFollower(jobs, parts, events, endings, charges, reducing::join, desk::join, clock);
        return new JobFollower(events, endings, ofParts, charges, clock);
    }

    /** How much each member has asked; only once {@link #open}. */
    public Loads loads() {
        return (tx, member) -> new Load(today.of(tx, member), desk.join().jobsInFlight(tx, member));
    }

    /** The jobs in the export of an account, and when it is deleted; to go before the accounts of the ledger. */
    public AccountPart accountPart() {
        return new JobsOfAccount(desk::join, endings);
    }

    /**
     * @param offers all models on offer, the preferred one of an expert first
     * @param installable those that whoever runs the network could add
     * @param accepted hears of every job that was accepted for good, and of the model that it names; called on the store's writer, to return at once
     */
    public Opened open(
            TaskDesk tasks,
            BlobShelf blobs,
            StandingDesk standing,
            Supplier<List<ModelOnOffer>> offers,
            List<ModelOnOffer> installable,
            BiConsumer<TaskInput, Optional<String>> accepted,
            Authentication authentication,
            Secrets secrets) {
        desk.complete(tasks);
        ReducingModel reducer = new ReducingModel(offers);
        reducing.complete(reducer);
        Admission admission = new Admission(standing, tasks, today);
        Acceptance acceptance = new Acceptance(
                jobs, parts, events, tasks, blobs, charges, new Drafts(charges, reducer), admission, accepted, clock);
        ModelChoice models = new ModelChoice(offers, installable);
        LookChoice looks = new LookChoice(offers, models, tasks::isPossible);
        JobDesk door = new JobDesk(store, jobs, events, endings, acceptance, tasks, models, looks, secrets, clock);
        JobRetention retention = new JobRetention(store, jobs, parts, events, endings, tasks, blobs, clock);
        EventRoutes eventRoutes =
                new EventRoutes(door, new EventCursors(store, events, tail), new EventStream(tail), new EventPoll());
        return new Opened(door, retention, new JobRoutes(door, eventRoutes, authentication));
    }

    /** Lets go of everybody who follows a job; they may come back later where they stopped. */
    public void close() {
        tail.close();
    }
}
