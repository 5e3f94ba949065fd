/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.policy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a worker does and why; the only truth of it that window, commands and log show. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkerState.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = WorkerState.Working.class, name = "working"),
    @JsonSubTypes.Type(value = WorkerState.Paused.class, name = "paused"),
    @JsonSubTypes.Type(value = WorkerState.FinishingThenPausing.class, name = "finishing_then_pausing"),
    @JsonSubTypes.Type(value = WorkerState.FinishingThenQuitting.class, name = "finishing_then_quitting"),
    @JsonSubTypes.Type(value = WorkerState.Idle.class, name = "idle"),
})
public sealed interface WorkerState {

    /** Takes everybody's questions, and has none. */
    record Ready() implements WorkerState {}

    /** Takes everybody's questions, and answers so many now. */
    record Working(int tasks) implements WorkerState {}

    /** The owner said so: it takes no questions at all, its own member's neither, and holds no model in memory. {@code until} null: until told. */
    record Paused(@Nullable Instant until) implements WorkerState {}

    /** Answers what it has, then pauses. */
    record FinishingThenPausing(int tasks) implements WorkerState {}

    /** Answers what it has, then ends. */
    record FinishingThenQuitting(int tasks) implements WorkerState {}

    /**
     * Takes only its own member's questions.
     *
     * @param detail what the phrase of the reason names, such as a program, a share or a time; empty for none
     * @param tasks of its own member that it answers now
     */
    record Idle(Reason reason, String detail, int tasks) implements WorkerState {}

    /** Whose questions are taken. */
    default Serves serves() {
        return switch (this) {
            case Ready ready -> Serves.EVERYBODY;
            case Working working -> Serves.EVERYBODY;
            case Idle idle -> Serves.OWN;
            case Paused paused -> Serves.NOBODY;
            case FinishingThenPausing finishing -> Serves.NOBODY;
            case FinishingThenQuitting finishing -> Serves.NOBODY;
        };
    }
}
