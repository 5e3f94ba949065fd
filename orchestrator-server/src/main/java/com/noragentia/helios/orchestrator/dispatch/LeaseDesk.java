/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.store.UnheardFailure;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The door for workers: who is there, with which models, and how their leases get on. Calls are heard in order and return before they are
 * durable; a caller waits only when the store is far behind. Thread-safe.
 */
public final class LeaseDesk {

    private final Store store;
    private final Roster roster;
    private final Rounds rounds;
    private final LeaseBook leases;
    private final Setbacks setbacks;
    private final Reports reports;
    private final Reunion reunion;
    private final Clock clock;

    LeaseDesk(
            Store store,
            Roster roster,
            Rounds rounds,
            LeaseBook leases,
            Setbacks setbacks,
            Reports reports,
            Clock clock) {
        this.store = store;
        this.roster = roster;
        this.rounds = rounds;
        this.leases = leases;
        this.setbacks = setbacks;
        this.reports = reports;
        this.reunion = new Reunion(leases, setbacks, clock);
        this.clock = clock;
    }

    /** A session begins; it replaces an earlier one of the same device. */
    public void arrived(OnlineWorker worker) {
        roster.put(worker);
    }

    /** The state of a model on a worker has changed. */
    public void hosts(Holder worker, HostedModel model) {
        roster.change(worker, online -> online.with(model));
        rounds.call();
    }

    public void hostsNoLonger(Holder worker, String model) {
        roster.change(worker, online -> online.without(model));
    }

    /** It takes no more tasks. */
    public void drains(Holder worker) {
        roster.change(worker, OnlineWorker::asDraining);
    }

    /** A session has ended; its leases last a little longer, in case the worker comes back. */
    public void left(Holder worker) {
        roster.remove(worker);
        Instant end = clock.instant().plus(LeaseRules.GRACE);
        submit(tx -> leases.shorten(tx, worker.session(), end));
    }

    /** A worker that has come back names the leases it still knows. */
    public CompletableFuture<List<LeaseVerdict>> cameBackWith(Holder worker, List<String> brought) {
        CompletableFuture<List<LeaseVerdict>> verdicts = store.submit(tx -> reunion.judge(tx, worker, brought));
        UnheardFailure.log("the reunion of a worker with its leases", verdicts);
        return verdicts;
    }

    public void working(Holder worker, String lease, Phase phase, int done, int total) {
        submit(tx -> reports.working(tx, worker.device(), lease, phase, done, total));
    }

    public void piece(Holder worker, String lease, int index, String text) {
        submit(tx -> reports.piece(tx, worker.device(), lease, index, text));
    }

    public void completed(Holder worker, String lease, TaskOutput output, Usage usage) {
        submit(tx -> reports.completed(tx, worker.device(), lease, output, usage));
    }

    public void failed(Holder worker, String lease, Failure failure) {
        submit(tx -> reports.failed(tx, worker.device(), lease, failure));
    }

    /** Takes leases back whose time is over. */
    public void takeBackExpired() {
        Instant now = clock.instant();
        if (!store.read(tx -> leases.expired(tx, now)).isEmpty()) {
            submit(tx -> leases.expired(tx, now).forEach(lease -> setbacks.lost(tx, lease)));
        }
    }

    /** After a start: workers get the usual grace to come back with their leases. */
    public void recover() {
        Instant end = clock.instant().plus(LeaseRules.GRACE);
        submit(tx -> leases.extendAll(tx, end));
    }

    private void submit(Consumer<Transaction> work) {
        UnheardFailure.log("a unit of a lease", store.submit(tx -> {
            work.accept(tx);
            return true;
        }));
    }
}
