/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.computer;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A system that Helios cannot ask for more than Java can. */
record PlainSensors(JavaProcesses running) implements Sensors {

    @Override
    public Optional<Duration> idle() {
        return Optional.empty();
    }

    @Override
    public Optional<Power> power() {
        return Optional.empty();
    }

    @Override
    public Processes processes() {
        return running.look();
    }

    @Override
    public OptionalLong freeMemoryBytes() {
        return OptionalLong.empty(); // what macOS calls free leaves out what it would give
    }

    @Override
    public Optional<Boolean> isMetered() {
        return Optional.empty();
    }

    @Override
    public Optional<Boolean> isFullScreen() {
        return Optional.empty();
    }

    @Override
    public OptionalDouble celsius() {
        return OptionalDouble.empty();
    }
}
