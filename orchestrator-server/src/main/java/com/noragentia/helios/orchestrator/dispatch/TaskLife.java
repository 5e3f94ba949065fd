/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.api.JobState;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The life of a task, as a table: what each event makes of each state. {@code docs/jobs.md} shows the same table, and a test keeps it so. */
final class TaskLife {

    /** Where a task stands. */
    enum State {
        QUEUED(JobState.QUEUED),
        /** A worker has it and has not been heard of since. */
        LEASED(JobState.RUNNING),
        /** Its worker has reported progress. */
        RUNNING(JobState.RUNNING),
        /** The first piece of this attempt has come. */
        STREAMING(JobState.RUNNING),
        DONE(JobState.DONE),
        FAULTED(JobState.FAULTED),
        CANCELLED(JobState.CANCELLED),
        EXPIRED(JobState.EXPIRED);

        private final JobState shown;

        State(JobState shown) {
            this.shown = shown;
        }

        /** What the member of a job with this one task is shown. */
        JobState shown() {
            return shown;
        }

        boolean isLeased() {
            return WITH_LEASE.contains(this);
        }

        boolean isFinal() {
            return this != QUEUED && !isLeased();
        }
    }

    /** Who may cause an event. */
    enum Cause {
        MEMBER,
        /** The worker that has the task's open lease; from any other the event is not heard. */
        WORKER_WITH_LEASE,
        ORCHESTRATOR
    }

    /** What may happen to a task. */
    enum Event {
        LEASE(Cause.ORCHESTRATOR),
        /** A report that shows more than the last one. */
        PROGRESS(Cause.WORKER_WITH_LEASE),
        PIECE(Cause.WORKER_WITH_LEASE),
        COMPLETE(Cause.WORKER_WITH_LEASE),
        /** Nobody can answer this. */
        BAD_REQUEST(Cause.WORKER_WITH_LEASE),
        /** Not here, or not now. */
        CAPACITY(Cause.WORKER_WITH_LEASE),
        /** The model does not work there. */
        MODEL(Cause.WORKER_WITH_LEASE),
        /** The worker broke while it had the task. */
        CRASH(Cause.WORKER_WITH_LEASE),
        /** The lease ended without progress. */
        EXPIRY(Cause.ORCHESTRATOR),
        /** The worker's connection broke, and it was not back in time. */
        DISCONNECT(Cause.ORCHESTRATOR),
        /** The answer is not wanted any more: by the member, or because another task of the job failed. */
        CANCEL(Cause.MEMBER, Cause.ORCHESTRATOR),
        /** It waited for too long. */
        UNSERVED(Cause.ORCHESTRATOR),
        /** In place of a crash: the one at a second owner. */
        POISON(Cause.ORCHESTRATOR),
        /** In place of the setback that ends the last attempt. */
        EXHAUSTED(Cause.ORCHESTRATOR),
        /** What is stored of its input can't be read. */
        UNREADABLE(Cause.ORCHESTRATOR);

        private final Set<Cause> causes;

        Event(Cause first, Cause... others) {
            this.causes = EnumSet.of(first, others);
        }

        boolean mayComeFrom(Cause cause) {
            return causes.contains(cause);
        }
    }

    private static final Set<State> WITH_LEASE = EnumSet.of(State.LEASED, State.RUNNING, State.STREAMING);
    private static final Map<State, Map<Event, State>> TABLE = table();

    private TaskLife() {}

    /** The state after an event; empty where it changes nothing. */
    static Optional<State> next(State state, Event event) {
        return Optional.ofNullable(row(TABLE, state).get(event));
    }

    private static Map<State, Map<Event, State>> table() {
        Map<State, Map<Event, State>> table = new EnumMap<>(State.class);
        EnumSet.allOf(State.class).forEach(state -> table.put(state, new EnumMap<>(Event.class)));
        row(table, State.QUEUED)
                .putAll(Map.of(
                        Event.LEASE, State.LEASED,
                        Event.CANCEL, State.CANCELLED,
                        Event.UNSERVED, State.EXPIRED,
                        Event.UNREADABLE, State.FAULTED));
        WITH_LEASE.forEach(state -> row(table, state)
                .putAll(Map.of(
                        Event.PIECE, State.STREAMING,
                        Event.COMPLETE, State.DONE,
                        Event.BAD_REQUEST, State.FAULTED,
                        Event.CAPACITY, State.QUEUED,
                        Event.MODEL, State.QUEUED,
                        Event.CRASH, State.QUEUED,
                        Event.EXPIRY, State.QUEUED,
                        Event.DISCONNECT, State.QUEUED,
                        Event.CANCEL, State.CANCELLED)));
        WITH_LEASE.forEach(
                state -> row(table, state).putAll(Map.of(Event.POISON, State.FAULTED, Event.EXHAUSTED, State.FAULTED)));
        row(table, State.LEASED).put(Event.PROGRESS, State.RUNNING);
        row(table, State.STREAMING).remove(Event.PIECE);
        return table;
    }

    private static Map<Event, State> row(Map<State, Map<Event, State>> table, State state) {
        return Objects.requireNonNull(table.get(state));
    }
}
