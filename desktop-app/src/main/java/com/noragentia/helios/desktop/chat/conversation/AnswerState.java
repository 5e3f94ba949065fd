/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import com.noragentia.helios.desktop.problem.WaitFacts;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.Problem;

/** Where an answer stands, as people are told. {@code worker} is the name of a device, empty while unknown. */
public sealed interface AnswerState {

    /**
     * File {@code number} of {@code total} is on its way to the network.
     *
     * @param asItIs whether the document itself goes, because its text cannot be taken out here
     */
    record Uploading(String file, int number, int total, boolean asItIs) implements AnswerState {}

    record Sending() implements AnswerState {}

    /** {@code position} jobs are before it. */
    record Waiting(int position) implements AnswerState {}

    /** It waits still, and the network has said why. */
    record Explained(WaitFacts facts) implements AnswerState {}

    record Started(String worker) implements AnswerState {}

    /** {@code total} is 0 where the end is not known; without a worker's name it is this computer, before the question is sent. */
    record Working(String worker, Phase phase, int done, int total) implements AnswerState {}

    /** {@code done} of the {@code total} parts of the question have been read, by several workers at once. */
    record Parts(int done, int total) implements AnswerState {

        boolean areRead() {
            return done == total;
        }
    }

    /** The volunteer left or could not; another goes on. */
    record PassedOn() implements AnswerState {}

    record Stopping() implements AnswerState {}

    record Answered(JobResult result) implements AnswerState {}

    record Failed(Problem problem) implements AnswerState {}

    /** The member stopped it; what had come stays. */
    record Stopped() implements AnswerState {}

    /** Helios was closed or killed before it came to its end; what had come was kept. */
    record Interrupted() implements AnswerState {}

    /** Whether nothing more will come. */
    default boolean isOver() {
        return switch (this) {
            case Uploading u -> false;
            case Sending s -> false;
            case Waiting w -> false;
            case Explained e -> false;
            case Started s -> false;
            case Working w -> false;
            case Parts p -> false;
            case PassedOn p -> false;
            case Stopping s -> false;
            case Answered a -> true;
            case Failed f -> true;
            case Stopped s -> true;
            case Interrupted i -> true;
        };
    }
}
