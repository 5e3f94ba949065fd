/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.policy;

import com.noragentia.helios.computer.Power;
import com.noragentia.helios.computer.Readings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** Readings of a computer that nobody uses and that has all it needs, with one thing changed; and a clock that moves when told. */
final class Looks extends Clock {

    static final Readings FREE = new Readings(
            Optional.of(Duration.ofHours(1)),
            Optional.of(Power.MAINS),
            OptionalDouble.of(0.01),
            OptionalLong.of(8_000_000_000L),
            OptionalLong.of(80_000_000_000L),
            Optional.of(false),
            Optional.of(Set.of("bash")),
            Optional.of(false),
            OptionalDouble.of(45));

    /** A Monday. */
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");

    private final Preferences preferences;
    private Policy policy = Policy.begin();

    Looks(Preferences preferences) {
        this.preferences = preferences;
    }

    static Readings idle(Duration idle) {
        return with(Optional.of(idle), FREE.power(), FREE.othersBusy());
    }

    static Readings power(Power power) {
        return with(FREE.idle(), Optional.of(power), FREE.othersBusy());
    }

    static Readings others(double busy) {
        return with(FREE.idle(), FREE.power(), OptionalDouble.of(busy));
    }

    private static Readings with(Optional<Duration> idle, Optional<Power> power, OptionalDouble others) {
        return new Readings(
                idle,
                power,
                others,
                FREE.freeMemoryBytes(),
                FREE.freeDiskBytes(),
                FREE.isMetered(),
                FREE.programs(),
                FREE.isFullScreen(),
                FREE.celsius());
    }

    static Readings rest(
            long memory, long disk, boolean metered, Set<String> programs, boolean fullScreen, double celsius) {
        return new Readings(
                FREE.idle(),
                FREE.power(),
                FREE.othersBusy(),
                OptionalLong.of(memory),
                OptionalLong.of(disk),
                Optional.of(metered),
                Optional.of(programs),
                Optional.of(fullScreen),
                OptionalDouble.of(celsius));
    }

    Policy.Decision decide(Readings readings, Wish wish, int tasks) {
        Policy.Decision decision = policy.decide(preferences, readings, wish, tasks, this);
        policy = decision.next();
        return decision;
    }

    WorkerState state(Readings readings) {
        return decide(readings, new Wish.Contribute(), 0).state();
    }

    /** What it comes to when readings stay as they are for a while, looked at each second. */
    WorkerState after(Duration time, Readings readings) {
        for (long second = 0; second < time.toSeconds(); second++) {
            state(readings);
            pass(Duration.ofSeconds(1));
        }
        return state(readings);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("one zone is enough");
    }
}
