/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.util.Comparator;

/**
 * A worker with a hand free, in one lane. Immutable: when anything changes, it is given another seat.
 *
 * @param model what it would answer with
 * @param busyUntil epoch milliseconds when it will have done what it has in hand; {@link #IDLE} when that is nothing
 * @param restingSince epoch milliseconds of its last task; {@link #NEW} when it has had few, {@link #NOT_RESTING} when it is no good for a
 *     trial now
 */
record Seat(OnlineWorker worker, String model, Pace pace, long busyUntil, long restingSince) {

    static final long IDLE = Long.MIN_VALUE;
    static final long NEW = Long.MIN_VALUE;
    static final long NOT_RESTING = Long.MAX_VALUE;

    /** What a task in hand still takes when it is over its time: more than nothing. */
    private static final double OVERDUE_MILLIS = 1_000;

    static final Comparator<Seat> SOONEST_FREE =
            Comparator.comparingLong(Seat::busyUntil).thenComparing(Seat::device);
    static final Comparator<Seat> SOONEST_FREE_THEN_FASTEST = Comparator.comparingLong(Seat::busyUntil)
            .thenComparingInt(seat -> -seat.pace().decode())
            .thenComparingInt(seat -> -seat.pace().prefill())
            .thenComparing(Seat::device);
    static final Comparator<Seat> LONGEST_RESTING =
            Comparator.comparingLong(Seat::restingSince).thenComparing(Seat::device);

    String device() {
        return worker.device();
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
