/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.ClosingStep;
import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The workers that are online and who of them has a hand free. Whatever changes in them calls for a round of matching. Not thread-safe; lives
 * on the writer's thread.
 */
final class Workforce {

    private final Roster roster;
    private final Forecast forecast;
    /** Owners one of whose devices may have become able to serve them since the last round. */
    private final Set<String> ownersToLookAt = new LinkedHashSet<>();

    private final WorkerIndex index;
    private ClosingStep round = _ -> {};

    Workforce(Roster roster, WorkerIndex index, Forecast forecast) {
        this.roster = roster;
        this.forecast = forecast;
        this.index = index;
    }

    /** Names the round of matching that runs before a commit in which anything has changed. */
    void callsFor(ClosingStep matching) {
        round = matching;
    }

    /** A round is due. */
    void call(Transaction tx) {
        tx.beforeCommit(round);
    }

    /** A round is due, and this member's own devices are to be looked at first. */
    void call(Transaction tx, String member) {
        ownersToLookAt.add(member);
        call(tx);
    }

    /** Counts the hands anew, since the mirror was read anew; a round is due. */
    void recount(Transaction tx, TaskMirror tasks, Instant now) {
        index.clear();
        roster.workers().forEach(worker -> index.put(worker, now));
        tasks.held().forEach(task -> holds(task, now));
        tasks.waitingForOwn().forEach(ownersToLookAt::add);
        call(tx);
    }

    private void holds(LiveTask task, Instant now) {
        Lease lease = task.lease().orElseThrow();
        String device = lease.holder().device();
        index.gave(
                device,
                lease.id(),
                lease.model(),
                forecast.millis(device, lease.model(), task.ticket().work(), now),
                now);
    }

    WorkerIndex index() {
        return index;
    }

    Roster roster() {
        return roster;
    }

    void arrived(Transaction tx, TaskMirror tasks, OnlineWorker worker, Instant now) {
        roster.put(worker);
        changed(tx, tasks, worker, now);
    }

    /** It is gone, unless the device has another session by now; its leases still count as in hand. */
    void left(Transaction tx, TaskMirror tasks, Holder worker) {
        if (roster.remove(worker)) {
            index.remove(worker.device());
            unpark(tx, tasks);
        }
    }

    void change(Transaction tx, TaskMirror tasks, Holder worker, UnaryOperator<OnlineWorker> change, Instant now) {
        roster.change(worker, change).ifPresent(changed -> changed(tx, tasks, changed, now));
    }

    /** What it hosts, or whether it takes tasks, is another: so may be who may have what. */
    private void changed(Transaction tx, TaskMirror tasks, OnlineWorker worker, Instant now) {
        index.put(worker, now);
        unpark(tx, tasks);
        call(tx, worker.holder().member());
    }

    private void unpark(Transaction tx, TaskMirror tasks) {
        for (LaneKey lane : tasks.lanes()) {
            if (tasks.queue(lane).parked() > 0) {
                tasks.queue(lane).unpark();
            }
        }
        call(tx);
    }

    void gave(Lease lease, double workMillis, Instant now) {
        index.gave(lease.holder().device(), lease.id(), lease.model(), workMillis, now);
    }

    /** A lease is over, however it ended: its worker has a hand free. */
    void ended(Transaction tx, TaskMirror tasks, Lease lease, Instant now) {
        index.ended(lease.holder().device(), lease.id(), now);
        unpark(tx, tasks);
        call(tx, lease.holder().member());
    }

    Set<String> takeOwnersToLookAt() {
        Set<String> owners = new LinkedHashSet<>(ownersToLookAt);
        ownersToLookAt.clear();
        return owners;
    }

    /** Nothing more is wanted of a lease; its worker, should it still be there, is told. */
    void cancel(Lease lease) {
        roster.link(lease.holder().device()).ifPresent(link -> link.cancel(lease.id()));
    }

    /** The model of a lease does not work at its worker: no tasks for it before it has been loaded anew. */
    void broken(Transaction tx, TaskMirror tasks, Lease lease, Instant now) {
        change(tx, tasks, lease.holder(), worker -> worker.without(lease.model()), now);
        tx.afterCommit(() -> roster.link(lease.holder().device()).ifPresent(link -> link.reload(lease.model())));
    }
}
