/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.blob.BlobShelf;
import com.noragentia.helios.orchestrator.blob.BlobWiring;
import com.noragentia.helios.orchestrator.blob.Brought;
import com.noragentia.helios.orchestrator.dispatch.DispatchWiring;
import com.noragentia.helios.orchestrator.dispatch.Holder;
import com.noragentia.helios.orchestrator.dispatch.HostedModel;
import com.noragentia.helios.orchestrator.dispatch.Kinship;
import com.noragentia.helios.orchestrator.dispatch.LeaseDesk;
import com.noragentia.helios.orchestrator.dispatch.LeasedTask;
import com.noragentia.helios.orchestrator.dispatch.OnlineWorker;
import com.noragentia.helios.orchestrator.dispatch.Seeds;
import com.noragentia.helios.orchestrator.dispatch.TaskDesk;
import com.noragentia.helios.orchestrator.dispatch.WorkerLink;
import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.edge.TokenBuckets;
import com.noragentia.helios.orchestrator.ledger.Access;
import com.noragentia.helios.orchestrator.ledger.Accounts;
import com.noragentia.helios.orchestrator.ledger.Balance;
import com.noragentia.helios.orchestrator.ledger.OpenHolds;
import com.noragentia.helios.orchestrator.ledger.PriceTable;
import com.noragentia.helios.orchestrator.ledger.PricesInForce;
import com.noragentia.helios.orchestrator.ledger.Repute;
import com.noragentia.helios.orchestrator.ledger.StandingWiring;
import com.noragentia.helios.orchestrator.member.Meetings;
import com.noragentia.helios.orchestrator.member.MemberWiring;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.store.UnitOfWork;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.api.EnrolmentPolicy;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.SkipReason;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The job and dispatch slices on a real database, without sockets, with a till that remembers. */
final class PaidTrial implements AutoCloseable {

    static final String MODEL = "m";

    /** Claims that nobody should believe. */
    private static final Usage LIES = new Usage(1_000_000, 1_000_000, 1_000_000, 1e6, 1e6);

    final TestClock clock = new TestClock();
    final TillInMemory till = new TillInMemory();
    final BlockingQueue<LeasedTask> given = new LinkedBlockingQueue<>();
    final JobWiring.Opened jobs;
    final OpenHolds holds;
    final TaskDesk tasks;
    final LeaseDesk leases;
    private final BlobShelf shelf;
    private final Store store;

    PaidTrial(Path data, PriceTable prices, Kinship kinship) {
        this(data, prices, kinship, Optional.empty());
    }

    /** @param ledger instead of the till that remembers */
    PaidTrial(Path data, PriceTable prices, Kinship kinship, Optional<Till> ledger) {
        this(data, new PricesInForce(prices), kinship, ledger);
    }

    /** @param prices that a test may renew */
    PaidTrial(Path data, PricesInForce prices, Kinship kinship, Optional<Till> ledger) {
        this(
                data,
                prices,
                kinship,
                ledger,
                List.of(new ModelOnOffer(MODEL, Set.of(Expert.values()), false)),
                Access.EVERYONE);
    }

    /** @param offers what may answer; where only contributors may ask, everybody is a newcomer whose checks were passed, and has nothing */
    PaidTrial(
            Path data,
            PricesInForce prices,
            Kinship kinship,
            Optional<Till> ledger,
            List<ModelOnOffer> offers,
            Access access) {
        store = SqliteStore.open(data.resolve("helios.db"));
        Secrets secrets = new Secrets(new SecureRandom());
        TokenBuckets buckets = new TokenBuckets(clock, false);
        MemberWiring members = new MemberWiring(
                store,
                secrets,
                clock,
                Network.newKey().verifyingKey(),
                buckets,
                EnrolmentPolicy.INVITED,
                Meetings.UNHEARD,
                UnaryOperator.identity());
        BlobWiring blobs =
                new BlobWiring(store, clock, data.resolve("blobs"), "a secret of thirty-two characters", _ -> "");
        JobWiring wiring = new JobWiring(
                store,
                clock,
                ledger.orElse(till),
                prices,
                kinship,
                _ -> offers.stream().map(ModelOnOffer::id).toList());
        DispatchWiring dispatch = new DispatchWiring(
                store,
                wiring.follower(),
                _ -> 1,
                kinship,
                clock,
                new Random(1),
                new Seeds("secret"),
                () -> secrets.id(clock.instant()));
        holds = wiring.holds();
        tasks = dispatch.taskDesk();
        leases = dispatch.leaseDesk();
        shelf = blobs.shelf();
        StandingWiring standing = new StandingWiring(
                store,
                new NoAccounts(),
                (_, _) -> new Repute(100, 0.9, Optional.empty()),
                (_, _) -> Instant.EPOCH,
                access,
                prices::job,
                clock);
        jobs = wiring.open(
                tasks,
                blobs.shelf(),
                standing.desk(),
                () -> offers,
                List.of(),
                (_, _) -> {},
                members.authentication(),
                secrets);
    }

    /** Everybody may ask here, whatever they have. */
    private static final class NoAccounts implements Accounts {

        @Override
        public Balance balance(Transaction tx, String member) {
            return Balance.NOTHING;
        }

        @Override
        public Credits recentAverage(Transaction tx, String member) {
            return Credits.ZERO;
        }

        @Override
        public Credits lifetime(Transaction tx, String member) {
            return Credits.ZERO;
        }
    }

    Attachment bring(String member, String name, byte[] content) {
        return Brought.by(member, shelf, name, content);
    }

    String ask(String member, TaskInput input) {
        return jobs.desk().submit(member, new JobRequest(input), Optional.empty());
    }

    String ask(String member, String question) {
        return ask(member, new TaskInput.Chat(Language.EN, question, List.of(), List.of()));
    }

    /** A worker of this owner comes, ready for everything. */
    Holder worker(String owner) {
        Holder holder = new Holder("device of " + owner, owner, "name", "session");
        leases.arrived(OnlineWorker.arrived(holder, new Link()));
        leases.hosts(holder, new HostedModel(MODEL, Set.of(Expert.values()), true));
        return holder;
    }

    LeasedTask next() throws InterruptedException {
        LeasedTask task = given.poll(5, TimeUnit.SECONDS);
        if (task == null) {
            throw new AssertionError("no task was given");
        }
        return task;
    }

    void answer(Holder worker, LeasedTask task, TaskOutput output) {
        leases.completed(worker, task.lease(), output, LIES);
    }

    /** Looks at something that lives on the writer's thread, after all that was said before. */
    <T> T see(Supplier<T> look) {
        return store.write(_ -> look.get());
    }

    <T> T write(UnitOfWork<T> work) {
        return store.write(work);
    }

    @Override
    public void close() {
        store.close();
    }

    private final class Link implements WorkerLink {

        @Override
        public void run(LeasedTask task) {
            given.add(task);
        }

        @Override
        public void cancel(String lease) {
            // The test looks at the till.
        }

        @Override
        public void passedOver(Map<SkipReason, Integer> skips) {
            // The test looks at the till.
        }

        @Override
        public void reload(String model) {
            // The test looks at the till.
        }
    }
}
