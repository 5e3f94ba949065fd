/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

/**
 * A speed in steps of a quarter octave: finer than that it is noise. Workers of the same pace are alike, whatever the task.
 *
 * @param prefill reading, in quarter octaves above one token a second
 * @param decode writing, likewise
 */
record Pace(int prefill, int decode) {

    private static final double STEPS_PER_OCTAVE = 4;
    /** What one step changes, as a factor; the rounding is off by half a step at most. */
    static final double STEP = Math.pow(2, 1 / STEPS_PER_OCTAVE);

    /** @param availability in (0, 1]: what is likely to fail takes longer */
    static Pace of(Speed speed, double availability) {
        return new Pace(steps(speed.prefillPerSecond() * availability), steps(speed.decodePerSecond() * availability));
    }

    private static int steps(double perSecond) {
        return (int) Math.round(STEPS_PER_OCTAVE * Math.log(perSecond) / Math.log(2));
    }

    double millisPerPromptToken() {
        return 1_000 * Math.pow(STEP, -prefill);
    }

    double millisPerOutputToken() {
        return 1_000 * Math.pow(STEP, -decode);
    }
}
