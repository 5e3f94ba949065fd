/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.computer;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** Windows: input, power and full screen by its own calls, the rest by Java. Whether a network is metered and how hot it is, is not asked. */
record WindowsSensors(WindowsCalls windows, JavaProcesses running) implements Sensors {

    private static final int ON_BATTERY = 0;
    private static final int ON_MAINS = 1;
    private static final int NO_BATTERY = 128;
    private static final int UNKNOWN = 255;
    /** Of SHQueryUserNotificationState: a program fills the screen, draws it by Direct3D, or presents. */
    private static final Set<Integer> FULL_SCREEN = Set.of(2, 3, 4);

    private static final int NOBODY_THERE = 1; // a locked screen or a screen saver

    @Override
    public Optional<Duration> idle() {
        return windows.idleMillis().map(millis -> Duration.ofMillis(Integer.toUnsignedLong(millis)));
    }

    @Override
    public Optional<Power> power() {
        return windows.power().flatMap(WindowsSensors::power);
    }

    private static Optional<Power> power(WindowsCalls.PowerStatus status) {
        if (status.flags() != UNKNOWN && (status.flags() & NO_BATTERY) != 0) {
            return Optional.of(Power.MAINS);
        }
        int percent = status.percent() > 100 ? 100 : status.percent();
        return switch (status.line()) {
            case ON_BATTERY -> Optional.of(new Power(true, percent));
            case ON_MAINS -> Optional.of(new Power(false, percent));
            default -> Optional.empty();
        };
    }

    @Override
    public Processes processes() {
        return running.look();
    }

    @Override
    public OptionalLong freeMemoryBytes() {
        return JavaProcesses.freeMemoryBytes();
    }

    @Override
    public Optional<Boolean> isMetered() {
        return Optional.empty();
    }

    @Override
    public Optional<Boolean> isFullScreen() {
        return windows.notificationState().stream()
                .boxed()
                .findFirst()
                .map(state -> state != NOBODY_THERE && FULL_SCREEN.contains(state));
    }

    @Override
    public OptionalDouble celsius() {
        return OptionalDouble.empty();
    }
}
