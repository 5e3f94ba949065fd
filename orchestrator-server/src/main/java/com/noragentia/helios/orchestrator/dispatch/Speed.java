/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

/**
 * How fast a device is with a model. A part that was never measured is 0. Figures that make no sense become "never measured", absurd ones
 * the nearest that makes sense. Immutable.
 *
 * @param loadMillis from "host this model" to ready
 * @param prefillPerSecond tokens it reads a second
 * @param decodePerSecond tokens or pieces it writes a second
 * @param samples tasks that were measured to their end
 */
record Speed(double loadMillis, double prefillPerSecond, double decodePerSecond, int samples) {

    static final Speed UNMEASURED = new Speed(0, 0, 0, 0);
    /** What is taken for true where nothing is known at all: an old laptop with a small language model. */
    static final Speed CAUTIOUS = new Speed(60_000, 50, 3, 0);

    /** The share of the newest figure in the moving average; trust.md §3.6. */
    private static final double NEWEST = 0.2;

    private static final double LONGEST_LOAD_MILLIS = 3_600_000;
    private static final double SLOWEST_PER_SECOND = 0.01;
    private static final double FASTEST_PER_SECOND = 1_000_000;

    Speed {
        loadMillis = sensible(loadMillis, 1, LONGEST_LOAD_MILLIS);
        prefillPerSecond = sensible(prefillPerSecond, SLOWEST_PER_SECOND, FASTEST_PER_SECOND);
        decodePerSecond = sensible(decodePerSecond, SLOWEST_PER_SECOND, FASTEST_PER_SECOND);
        samples = Math.max(0, samples);
    }

    private static double sensible(double figure, double least, double most) {
        return Double.isNaN(figure) || figure <= 0 ? 0 : Math.clamp(figure, least, most);
    }

    Speed afterLoad(long millis) {
        return new Speed(average(loadMillis, (double) millis), prefillPerSecond, decodePerSecond, samples);
    }

    /** {@code millis} of 0 count as 1: what is faster than the clock is not infinitely fast. */
    Speed afterReading(long tokens, long millis) {
        return new Speed(loadMillis, average(prefillPerSecond, perSecond(tokens, millis)), decodePerSecond, samples);
    }

    Speed afterWriting(long pieces, long millis) {
        double before = decodePerSecond >= FASTEST_PER_SECOND ? 0 : decodePerSecond;
        return new Speed(loadMillis, prefillPerSecond, average(before, perSecond(pieces, millis)), samples);
    }

    /** An answer came whole: as long as none was written piece by piece, writing takes no time of its own. */
    Speed afterNoWriting() {
        return decodePerSecond > 0 ? this : new Speed(loadMillis, prefillPerSecond, FASTEST_PER_SECOND, samples);
    }

    Speed afterTask() {
        return new Speed(loadMillis, prefillPerSecond, decodePerSecond, Math.min(samples, Integer.MAX_VALUE - 1) + 1);
    }

    private static double perSecond(long count, long millis) {
        return count * 1_000.0 / Math.max(1, millis);
    }

    private static double average(double before, double newest) {
        if (Double.isNaN(newest) || newest <= 0) {
            return before;
        }
        return before == 0 ? newest : before + NEWEST * (newest - before);
    }

    /** Whether every part was measured. */
    boolean isWhole() {
        return loadMillis > 0 && prefillPerSecond > 0 && decodePerSecond > 0;
    }

    /** This, with the parts of {@code other} where this was never measured. */
    Speed orElse(Speed other) {
        return new Speed(
                loadMillis > 0 ? loadMillis : other.loadMillis,
                prefillPerSecond > 0 ? prefillPerSecond : other.prefillPerSecond,
                decodePerSecond > 0 ? decodePerSecond : other.decodePerSecond,
                samples);
    }

    /**
     * What an answer has of it among so many that are written side by side: prompts are read one after another, and writing slows down by a
     * part for each of the others.
     */
    Speed inCompany(int answers) {
        return answers == 1
                ? this
                : new Speed(
                        loadMillis,
                        prefillPerSecond / answers,
                        decodePerSecond / (1 + LeaseRules.COMPANY * (answers - 1)),
                        samples);
    }

    /** How long some work takes once the model is ready. Every part must be known. */
    double millisFor(Work work) {
        return 1_000.0
                * (Math.max(0, work.promptTokens()) / prefillPerSecond
                        + Math.max(0, work.outputTokens()) / decodePerSecond);
    }
}
