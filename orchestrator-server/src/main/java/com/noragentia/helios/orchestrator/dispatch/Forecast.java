/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.time.Instant;

/** What work will take on a device, from what was measured and how dependable it is. Not thread-safe; lives on the writer's thread. */
final class Forecast {

    private final Speeds speeds;
    private final Availability availability;

    Forecast(Speeds speeds, Availability availability) {
        this.speeds = speeds;
        this.availability = availability;
    }

    /** How long a device works on a task with a model that is ready, without what it does before. */
    double millis(String device, String model, Work work, Instant now) {
        return speeds.of(device, model).millisFor(work) / availability.of(device, now);
    }

    /** How long a usual device works on it. */
    double usualMillis(String model, Work work) {
        return speeds.typical(model).millisFor(work);
    }

    /**
     * A place in a lane for a worker with a hand free.
     *
     * @param busyUntil as in {@link Seat}
     * @param kin its owner among the others
     * @param lastGiven epoch milliseconds when it was last given a task; 0 if not that one knows
     */
    Seat seat(OnlineWorker worker, Kinship.Relative kin, String model, long busyUntil, long lastGiven, Instant now) {
        String device = worker.device();
        Speed speed = speeds.of(device, model);
        double factor = availability.of(device, now);
        boolean isNoUse = busyUntil != Seat.IDLE || factor < Trials.LEAST_AVAILABILITY;
        long restingSince = isNoUse
                ? Seat.NOT_RESTING
                : speed.samples() < Trials.FEW_SAMPLES ? Seat.NEW : lastTask(device, model, lastGiven);
        return new Seat(worker, kin, model, Pace.of(speed, factor), busyUntil, restingSince);
    }

    private long lastTask(String device, String model, long lastGiven) {
        return Math.max(
                lastGiven,
                speeds.lastMeasured(device, model).map(Instant::toEpochMilli).orElse(lastGiven));
    }
}
