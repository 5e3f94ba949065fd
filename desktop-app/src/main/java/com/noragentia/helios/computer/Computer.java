/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.computer;

import com.noragentia.helios.installation.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * This computer, asked about itself. Cheap enough to be asked each second; what changes slowly or costs more is asked less often. For one
 * thread.
 */
public final class Computer {

    /** Power, memory, disk, heat. */
    static final Duration SLOW = Duration.ofSeconds(5);
    /** Networks. */
    static final Duration SLOWEST = Duration.ofSeconds(30);

    /** Over which the work of others is averaged. */
    static final Duration SPELL = Duration.ofSeconds(4);

    private static final double MILLIS_PER_SECOND = 1_000;

    private final Sensors sensors;
    private final Path folder;
    private Instant lookedAt = Instant.MIN;
    private Instant slowAt = Instant.MIN;
    private Instant slowestAt = Instant.MIN;
    private Readings last = Readings.UNKNOWN;

    Computer(Sensors sensors, Path folder) {
        this.sensors = sensors;
        this.folder = folder;
    }

    /**
     * The computer of this process.
     *
     * @param folder on the disk that counts
     * @param isSupervised whether the process that started this one is Helios too, with all that it started
     */
    public static Computer ofThisProcess(Path folder, boolean isSupervised, Map<String, String> environment) {
        Family family = Family.ofThisProcess(isSupervised);
        return new Computer(
                switch (OperatingSystem.current()) {
                    case LINUX -> LinuxSensors.ofThisComputer(family, environment);
                    case WINDOWS -> new WindowsSensors(WindowsCalls.OfSystem.load(), new JavaProcesses(family));
                    case MAC -> new PlainSensors(new JavaProcesses(family));
                },
                folder);
    }

    /** What it tells now. */
    public Readings look(Instant now) {
        Sensors.Processes processes = sensors.processes();
        boolean slow = isDue(slowAt, SLOW, now);
        boolean slowest = isDue(slowestAt, SLOWEST, now);
        last = new Readings(
                sensors.idle(),
                slow ? sensors.power() : last.power(),
                smooth(processes.othersBusy(), now),
                slow ? sensors.freeMemoryBytes() : last.freeMemoryBytes(),
                slow ? freeDiskBytes() : last.freeDiskBytes(),
                slowest ? sensors.isMetered() : last.isMetered(),
                processes.names(),
                sensors.isFullScreen(),
                slow ? sensors.celsius() : last.celsius());
        lookedAt = now;
        slowAt = slow ? now : slowAt;
        slowestAt = slowest ? now : slowestAt;
        return last;
    }

    /** What was measured, averaged over about {@link #SPELL}: each second by itself says little. */
    private OptionalDouble smooth(OptionalDouble measured, Instant now) {
        if (measured.isEmpty() || last.othersBusy().isEmpty() || !now.isAfter(lookedAt)) {
            return measured;
        }
        double seconds = Duration.between(lookedAt, now).toMillis() / MILLIS_PER_SECOND;
        double weight = 1 - Math.exp(-seconds / SPELL.toSeconds());
        double before = last.othersBusy().getAsDouble();
        return OptionalDouble.of(before + weight * (measured.getAsDouble() - before));
    }

    /** A clock that was set back makes everything due. */
    private static boolean isDue(Instant before, Duration pause, Instant now) {
        return before.equals(Instant.MIN) || now.isBefore(before) || !now.isBefore(before.plus(pause));
    }

    private OptionalLong freeDiskBytes() {
        try {
            return OptionalLong.of(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
