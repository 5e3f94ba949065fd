/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

/**
 * Whether guessing pays for one sequence. A step that checks guesses takes longer than a plain one; where too few of them come true,
 * guessing rests for a while and is then tried again. Pure; not thread-safe.
 */
final class LookupPace {

    /** Tokens a checking step must give on average to be worth its time. */
    private static final double WORTH = 1.4;

    private static final double MEMORY = 0.8;
    private static final int REST_TOKENS = 24;

    private double average = 2;
    private int rest;

    /** Whether to guess at this step; to be asked once for each step. */
    boolean guesses() {
        if (rest > 0) {
            rest--;
            return false;
        }
        return true;
    }

    /** A checking step gave so many tokens, at least 1. */
    void gave(int tokens) {
        average = MEMORY * average + (1 - MEMORY) * tokens;
        if (average < WORTH) {
            rest = REST_TOKENS;
            average = (average + WORTH) / 2 + 0.1;
        }
    }
}
