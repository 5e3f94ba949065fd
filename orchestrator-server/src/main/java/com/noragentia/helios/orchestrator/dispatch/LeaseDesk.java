/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.store.UnheardFailure;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The door for workers: who is there, with which models, and how their leases get on. Calls are heard in order and return before they are
 * durable; a caller waits only when the store is far behind. Thread-safe.
 */
public final class LeaseDesk {

    private final Store store;
    private final Presence presence;
    private final Reports reports;
    private final Reunion reunion;
    private final LeaseWatch watch;

    LeaseDesk(Store store, Presence presence, Reports reports, Reunion reunion, LeaseWatch watch) {
        this.store = store;
        this.presence = presence;
        this.reports = reports;
        this.reunion = reunion;
        this.watch = watch;
    }

    /** A session begins; it replaces an earlier one of the same device. */
    public void arrived(OnlineWorker worker) {
        submit(tx -> presence.arrived(tx, worker));
    }

    /** The state of a model on a worker has changed. */
    public void hosts(Holder worker, HostedModel model) {
        submit(tx -> presence.change(tx, worker, online -> online.with(model)));
    }

    public void hostsNoLonger(Holder worker, String model) {
        submit(tx -> presence.change(tx, worker, online -> online.without(model)));
    }

    /** It takes no more tasks. */
    public void drains(Holder worker) {
        submit(tx -> presence.change(tx, worker, OnlineWorker::asDraining));
    }

    /** A session has ended; its leases last a little longer, in case the worker comes back. */
    public void left(Holder worker) {
        submit(tx -> presence.left(tx, worker));
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

    /** Takes leases back whose time is over, and keeps what was measured. To be called every fraction of a second. */
    public void tend() {
        submit(watch::tend);
    }

    /** After a start: workers get the usual grace to come back with their leases. */
    public void recover() {
        submit(watch::recover);
    }

    private void submit(Consumer<Transaction> work) {
        UnheardFailure.log("a unit of a lease", store.submit(tx -> {
            work.accept(tx);
            return true;
        }));
    }
}
