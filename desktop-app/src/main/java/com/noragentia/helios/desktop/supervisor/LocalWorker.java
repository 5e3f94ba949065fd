/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import com.noragentia.helios.protocol.api.SkipReason;
import com.noragentia.helios.worker.agent.WorkerReport;
import com.noragentia.helios.worker.policy.WorkerState;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the worker of this computer is doing, as its reports tell. Immutable.
 *
 * @param presence whether it is in touch with the network
 * @param loading models on their way into memory
 * @param tasks leases it works on
 * @param passedOver questions that wait but not for it, by reason; empty where none waits
 * @param isLedgerDoubted whether the network ever showed it a ledger that does not fit what it showed before;
 *     only the report that it goes on from what it was takes that back
 * @param policy what the owner's policy makes of it; empty where it has not said so yet
 */
public record LocalWorker(
        Presence presence,
        Set<String> loading,
        Set<String> tasks,
        Map<SkipReason, Integer> passedOver,
        boolean isLedgerDoubted,
        Optional<WorkerState> policy) {

    /** Nothing is known: this program did not start it, or it has not spoken yet. */
    public static final LocalWorker UNKNOWN =
            new LocalWorker(Presence.UNKNOWN, Set.of(), Set.of(), Map.of(), false, Optional.empty());

    /** Whether it is in touch with the network. */
    public enum Presence {
        UNKNOWN,
        AWAY,
        HERE
    }

    /** What it is doing after a report. */
    public LocalWorker after(WorkerReport report) {
        return switch (report) {
            // A worker that starts anew never tells of the tasks its former life had.
            case WorkerReport.Connecting c ->
                new LocalWorker(Presence.AWAY, Set.of(), Set.of(), Map.of(), isLedgerDoubted, policy);
            case WorkerReport.Connected c ->
                new LocalWorker(Presence.HERE, loading, tasks, Map.of(), isLedgerDoubted, policy);
            case WorkerReport.Loading l ->
                new LocalWorker(presence, with(loading, l.model()), tasks, passedOver, isLedgerDoubted, policy);
            case WorkerReport.Ready r ->
                new LocalWorker(presence, without(loading, r.model()), tasks, passedOver, isLedgerDoubted, policy);
            case WorkerReport.Declined d ->
                new LocalWorker(presence, without(loading, d.model()), tasks, passedOver, isLedgerDoubted, policy);
            case WorkerReport.PassedOver p ->
                new LocalWorker(presence, loading, tasks, p.counts(), isLedgerDoubted, policy);
            case WorkerReport.TaskStarted t ->
                new LocalWorker(presence, loading, with(tasks, t.lease()), passedOver, isLedgerDoubted, policy);
            case WorkerReport.TaskEnded t ->
                new LocalWorker(presence, loading, without(tasks, t.lease()), passedOver, isLedgerDoubted, policy);
            case WorkerReport.Fetching f -> this;
            case WorkerReport.Policy p -> doing(p.state());
            case WorkerReport.LedgerDoubted d -> new LocalWorker(presence, loading, tasks, passedOver, true, policy);
            case WorkerReport.LedgerGoesOn g -> new LocalWorker(presence, loading, tasks, passedOver, false, policy);
            case WorkerReport.Disconnected d ->
                new LocalWorker(Presence.AWAY, loading, tasks, Map.of(), isLedgerDoubted, policy);
            case WorkerReport.Stopping s ->
                new LocalWorker(Presence.AWAY, Set.of(), tasks, Map.of(), isLedgerDoubted, policy);
        };
    }

    private LocalWorker doing(WorkerState state) {
        return new LocalWorker(presence, loading, tasks, passedOver, isLedgerDoubted, Optional.of(state));
    }

    private static Set<String> with(Set<String> names, String name) {
        Set<String> more = new HashSet<>(names);
        more.add(name);
        return Set.copyOf(more);
    }

    private static Set<String> without(Set<String> names, String name) {
        Set<String> fewer = new HashSet<>(names);
        fewer.remove(name);
        return Set.copyOf(fewer);
    }
}
