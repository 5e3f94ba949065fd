/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

/** The workers with a hand free, in one lane, that are equally fast; those that are free soonest stand first. Not thread-safe. */
final class Peers {

    private final SeatRow seats = new SeatRow(Seat.SOONEST_FREE);
    private final double millisPerPromptToken;
    private final double millisPerOutputToken;

    Peers(Pace pace) {
        this.millisPerPromptToken = pace.millisPerPromptToken();
        this.millisPerOutputToken = pace.millisPerOutputToken();
    }

    SeatRow seats() {
        return seats;
    }

    /** How long each of them works on a task. */
    double millisFor(Work work) {
        return Math.max(0, work.promptTokens()) * millisPerPromptToken
                + Math.max(0, work.outputTokens()) * millisPerOutputToken;
    }

    /** How many of them would have done the work within {@code limit} milliseconds; they stand first. */
    int within(Work work, double limit, long now) {
        double millis = millisFor(work);
        return millis > limit ? 0 : seats.leading(seat -> millis + seat.queueMillis(now) <= limit);
    }
}
