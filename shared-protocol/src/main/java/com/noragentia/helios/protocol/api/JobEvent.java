/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What happens to a job, as {@code GET /api/v1/jobs/{id}/events} streams it (server-sent events). The SSE {@code id} is a number that
 * grows by one with each event of a job; a client that comes back names the last one it has in {@code Last-Event-ID}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JobEvent.Queued.class, name = "queued"),
    @JsonSubTypes.Type(value = JobEvent.Started.class, name = "started"),
    @JsonSubTypes.Type(value = JobEvent.Working.class, name = "working"),
    @JsonSubTypes.Type(value = JobEvent.Parts.class, name = "parts"),
    @JsonSubTypes.Type(value = JobEvent.Token.class, name = "token"),
    @JsonSubTypes.Type(value = JobEvent.Requeued.class, name = "requeued"),
    @JsonSubTypes.Type(value = JobEvent.Done.class, name = "done"),
    @JsonSubTypes.Type(value = JobEvent.Faulted.class, name = "faulted"),
    @JsonSubTypes.Type(value = JobEvent.Cancelled.class, name = "cancelled"),
    @JsonSubTypes.Type(value = JobEvent.Expired.class, name = "expired"),
})
public sealed interface JobEvent {

    /** Whether nothing follows. */
    @JsonIgnore
    default boolean isLast() {
        return switch (this) {
            case Queued q -> false;
            case Started s -> false;
            case Working w -> false;
            case Parts p -> false;
            case Token t -> false;
            case Requeued r -> false;
            case Done d -> true;
            case Faulted f -> true;
            case Cancelled c -> true;
            case Expired e -> true;
        };
    }

    /** It waits; {@code position} jobs are before it. */
    record Queued(int position) implements JobEvent {}

    /** A worker took it. */
    record Started(String worker, String model, int attempt) implements JobEvent {}

    /** The worker is at {@code done} of {@code total} steps of a phase; {@code total} is 0 where the end is not known. */
    record Working(Phase phase, int done, int total) implements JobEvent {}

    /**
     * {@code done} of the {@code total} parts it was planned into are done; comes for jobs of several parts only. Between parts, the other events
     * of such a job speak of any of them.
     */
    record Parts(int done, int total) implements JobEvent {}

    /** The next piece of the answer; {@code index} counts pieces from 0 over all attempts, unless the answer is begun anew. */
    record Token(int index, String text) implements JobEvent {}

    /**
     * The worker was lost or could not, and another goes on. The next piece of the answer is {@code nextIndex}; pieces that a reader has from there on
     * are void. It is 0 where whoever takes over cannot go on with them, as another model, and begins the answer anew: that follows when this
     * is known.
     */
    record Requeued(int nextIndex) implements JobEvent {

        /** All that came so far is void. */
        public static final Requeued ANEW = new Requeued(0);
    }

    /** It is answered. */
    record Done(JobResult result) implements JobEvent {}

    /** It cannot be answered. */
    record Faulted(Problem problem) implements JobEvent {}

    /** The member took it back. */
    record Cancelled() implements JobEvent {}

    /** Nobody could serve it in time. */
    record Expired() implements JobEvent {}
}
