/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The door for workers: who is there, with which models, and how their leases get on. Calls are heard in order and return before they are
 * durable; a caller waits only when the store is far behind, and so must not be the store's writer. Thread-safe.
 */
public final class LeaseDesk {

    private final ReportQueue queue;
    private final Presence presence;
    private final Reports reports;
    private final Reunion reunion;
    private final LeaseWatch watch;

    LeaseDesk(Store store, Presence presence, Reports reports, Reunion reunion, LeaseWatch watch) {
        this.queue = new ReportQueue(store);
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

    /** A model was loaded, so long after its worker was told to. */
    public void loaded(String device, String model, Duration load) {
        submit(_ -> presence.loaded(device, model, load));
    }

    public void hostsNoLonger(Holder worker, String model) {
        submit(tx -> presence.change(tx, worker, online -> online.without(model)));
    }

    /** It was told to host a model, and cannot. */
    public void refuses(Holder worker, HostedModel model) {
        submit(tx -> presence.change(tx, worker, online -> online.refusing(model)));
    }

    /** It takes no more tasks. */
    public void drains(Holder worker) {
        submit(tx -> presence.change(tx, worker, OnlineWorker::asDraining));
    }

    /** Whether it takes tasks of its own member alone, or everybody's again. */
    public void serves(Holder worker, boolean ownOnly) {
        submit(tx -> presence.change(tx, worker, online -> online.serving(ownOnly)));
    }

    /** A session has ended; its leases last a little longer, in case the worker comes back. */
    public void left(Holder worker) {
        submit(tx -> presence.left(tx, worker));
    }

    /** A worker that has come back names the leases it still knows. Told once the verdicts are durable; never, should the store fail. */
    public CompletableFuture<List<LeaseVerdict>> cameBackWith(Holder worker, List<String> brought) {
        CompletableFuture<List<LeaseVerdict>> verdicts = new CompletableFuture<>();
        submit(tx -> {
            List<LeaseVerdict> judged = reunion.judge(tx, worker, brought);
            tx.afterCommit(() -> verdicts.complete(judged));
        });
        return verdicts;
    }

    public void working(Holder worker, String lease, Phase phase, int done, int total) {
        submit(tx -> reports.working(tx, worker.device(), lease, phase, done, total));
    }

    /** One that no language model wrote. */
    public void piece(Holder worker, String lease, int index, String text) {
        piece(worker, lease, index, text, List.of());
    }

    /** {@code tokens}: what a language model wrote for it. */
    public void piece(Holder worker, String lease, int index, String text, List<Integer> tokens) {
        submit(tx -> reports.piece(tx, worker.device(), lease, index, text, tokens));
    }

    /** What is stored of the answer is void: the worker cannot go on with it. */
    public void begunAnew(Holder worker, String lease) {
        submit(tx -> reports.begunAnew(tx, worker.device(), lease));
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
        queue.put(work);
    }
}
