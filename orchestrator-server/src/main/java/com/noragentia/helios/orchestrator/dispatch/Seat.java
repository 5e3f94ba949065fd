/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.util.Comparator;

/**
 * A worker with a hand free, in one lane. Immutable: when anything changes, it is given another seat.
 *
 * @param kin its owner among the others, kept here so that a choice looks nothing up
 * @param model what it would answer with
 * @param busyUntil epoch milliseconds when it will have done what it has in hand; {@link #IDLE} when that is nothing
 * @param restingSince epoch milliseconds of its last task; {@link #NEW} when it has had few, {@link #NOT_RESTING} when it is no good for a
 *     trial now
 */
record Seat(OnlineWorker worker, Kinship.Relative kin, String model, Pace pace, long busyUntil, long restingSince) {

    static final long IDLE = Long.MIN_VALUE;
    static final long NEW = Long.MIN_VALUE;
    static final long NOT_RESTING = Long.MAX_VALUE;

    /** What a task in hand still takes when it is over its time: more than nothing. */
    private static final double OVERDUE_MILLIS = 1_000;

    // Written out, as every lease compares some dozens of times.
    static final Comparator<Seat> SOONEST_FREE = Seat::compareSoonestFree;
    static final Comparator<Seat> SOONEST_FREE_THEN_FASTEST = Seat::compareSoonestFreeThenFastest;
    static final Comparator<Seat> LONGEST_RESTING = Seat::compareLongestResting;

    private static int compareSoonestFree(Seat a, Seat b) {
        int order = Long.compare(a.busyUntil, b.busyUntil);
        return order != 0 ? order : a.device().compareTo(b.device());
    }

    private static int compareSoonestFreeThenFastest(Seat a, Seat b) {
        int order = Long.compare(a.busyUntil, b.busyUntil);
        if (order == 0) {
            order = Integer.compare(b.pace.decode(), a.pace.decode());
        }
        if (order == 0) {
            order = Integer.compare(b.pace.prefill(), a.pace.prefill());
        }
        return order != 0 ? order : a.device().compareTo(b.device());
    }

    private static int compareLongestResting(Seat a, Seat b) {
        int order = Long.compare(a.restingSince, b.restingSince);
        return order != 0 ? order : a.device().compareTo(b.device());
    }

    String device() {
        return worker.device();
    }

    /** Of the model that it would answer with, among those of the lane. */
    int rank() {
        HostedModel hosted = worker.models().get(model);
        return hosted == null ? 0 : hosted.rank();
    }

    String owner() {
        return worker.holder().member();
    }

    boolean isResting() {
        return restingSince != NOT_RESTING;
    }

    /** What its task in hand will still take. Never falls from one seat to the next in the order {@link #SOONEST_FREE}. */
    double queueMillis(long now) {
        return busyUntil == IDLE ? 0 : Math.max(OVERDUE_MILLIS, busyUntil - (double) now);
    }
}
