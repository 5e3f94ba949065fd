/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

/**
 * What a model has computed since it was opened.
 *
 * @param runs of the graph
 * @param written tokens
 * @param guessed tokens that were guessed from the prompt and came true
 * @param widest most sequences in one run
 */
public record RunCounts(long runs, long written, long guessed, int widest) {

    static final RunCounts NONE = new RunCounts(0, 0, 0, 0);

    RunCounts withRun(int sequences) {
        return new RunCounts(runs + 1, written, guessed, Math.max(widest, sequences));
    }

    RunCounts withWritten(int tokens) {
        return new RunCounts(runs, written + tokens, guessed, widest);
    }

    RunCounts withGuessed(int tokens) {
        return new RunCounts(runs, written, guessed + tokens, widest);
    }
}
