/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.dispatch.DispatchWiring;
import com.noragentia.helios.orchestrator.dispatch.Kinship;
import com.noragentia.helios.orchestrator.dispatch.NewTask;
import com.noragentia.helios.orchestrator.dispatch.Seeds;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.task.TaskInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/** Dispatch and trust on a real store, with workers that the test plays and chance that comes out the same each time. */
final class CheckTrial implements AutoCloseable {

    final TestClock clock = new TestClock();
    final RewardsHeard rewards = new RewardsHeard();
    final FilesInMemory files = new FilesInMemory();

    private final Path file;
    private final SplittableRandom random = new SplittableRandom(5);
    private int ids;
    private Store store;
    private DispatchWiring dispatch;
    private TrustWiring trust;
    private TrustWiring.Opened checks;

    CheckTrial(Path folder) {
        this.file = folder.resolve("helios.db");
        this.store = SqliteStore.open(file);
        this.trust = new TrustWiring(store, files, rewards, Kinship.NONE, clock);
        this.dispatch = new DispatchWiring(
                store, trust.follower(), _ -> 1, Kinship.NONE, clock, random, new Seeds("secret"), this::id);
        this.checks = open();
    }

    private TrustWiring.Opened open() {
        return trust.open(dispatch.taskDesk(), dispatch.errandDesk(), this::id, random, _ -> "nobody");
    }

    /** Starts anew on the same file; workers have to come back. */
    void restart() {
        store.close();
        store = SqliteStore.open(file);
        trust = new TrustWiring(store, files, rewards, Kinship.NONE, clock);
        dispatch = new DispatchWiring(
                store, trust.follower(), _ -> 1, Kinship.NONE, clock, random, new Seeds("secret"), this::id);
        checks = open();
        dispatch.leaseDesk().recover();
        settle();
    }

    private String id() {
        return "%032x".formatted(++ids);
    }

    DispatchWiring dispatch() {
        return dispatch;
    }

    /** A worker that is ready for everything. */
    PlayedWorker worker(String device, String owner) {
        return new PlayedWorker(this, device, owner).arrive();
    }

    /** Waits until all is written that was said so far. */
    void settle() {
        store.write(_ -> true);
    }

    /** Time passes, and what is to be done in it is done. */
    void pass(Duration time) {
        clock.pass(time);
        dispatch.leaseDesk().tend();
        settle();
        checks.sendCanaries().run();
        settle();
    }

    void qualify(String device) {
        store.write(tx -> {
            new QualificationTable().ask(tx, device, new QualificationTable.Run(3, 2), clock.instant());
            return true;
        });
    }

    Optional<QualificationTable.Run> run(String device) {
        return store.read(tx -> new QualificationTable().find(tx, device));
    }

    Reputation reputation(String device) {
        return store.read(tx -> trust.trust().ofDevice(tx, device));
    }

    Optional<Canary> canary(String task) {
        return store.read(tx -> new CanaryTable().find(tx, task));
    }

    /** What a member asks. */
    void ask(String job, TaskInput input) {
        store.write(tx -> {
            dispatch.taskDesk().enqueue(tx, new NewTask(job, job, "bea", input, Optional.empty()));
            return true;
        });
    }

    /** Rows that are kept of tasks and canaries. */
    int rows() {
        return store.<Integer>read(tx -> tx.statements()
                .first("SELECT (SELECT COUNT(*) FROM task) + (SELECT COUNT(*) FROM canary)", row -> row.getInt(1))
                .orElseThrow());
    }

    @Override
    public void close() {
        store.close();
    }
}
