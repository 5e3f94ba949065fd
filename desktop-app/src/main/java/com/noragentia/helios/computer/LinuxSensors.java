/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.computer;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** Linux: {@code /proc} and {@code /sys}, the desktop's own word on input and screen, NetworkManager's on cost. For one thread. */
final class LinuxSensors implements Sensors {

    private static final long KIBIBYTE = 1024;
    private static final double MILLI = 1_000;
    /** Hotter or colder is a broken sensor, not a processor. */
    private static final double COLDEST = 1;

    private static final double HOTTEST = 150;
    private static final Set<String> PROCESSOR_ZONES = Set.of("x86_pkg_temp", "cpu", "soc", "coretemp", "k10temp");

    private final Path sys;
    private final Path proc;
    private final LinuxProcesses processes;
    private final DesktopSession session;

    LinuxSensors(Path proc, Path sys, Family family, DesktopSession session) {
        this.proc = proc;
        this.sys = sys;
        this.processes = new LinuxProcesses(proc, family);
        this.session = session;
    }

    static LinuxSensors ofThisComputer(Family family, Map<String, String> environment) {
        return new LinuxSensors(Path.of("/proc"), Path.of("/sys"), family, DesktopSession.of(environment));
    }

    @Override
    public Optional<Duration> idle() {
        return session.idle();
    }

    @Override
    public Optional<Boolean> isFullScreen() {
        return session.isFullScreen();
    }

    @Override
    public Optional<Boolean> isMetered() {
        return session.isMetered();
    }

    @Override
    public Processes processes() {
        return processes.look();
    }

    /** On battery where one is being emptied and no mains is there; batteries of mice and the like do not count. */
    @Override
    public Optional<Power> power() {
        Path supplies = sys.resolve("class/power_supply");
        if (!Files.isDirectory(supplies)) {
            return Optional.empty();
        }
        boolean isDischarging = false;
        boolean isPlugged = false;
        int percent = 100;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(supplies)) {
            for (Path supply : all) {
                String type = word(supply, "type");
                if (type.equals("mains") || type.equals("usb")) {
                    isPlugged |= word(supply, "online").equals("1");
                } else if (type.equals("battery") && !word(supply, "scope").equals("device")) {
                    isDischarging |= word(supply, "status").equals("discharging");
                    percent = Math.min(
                            percent, (int) number(word(supply, "capacity")).orElse(100));
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(new Power(isDischarging && !isPlugged, Math.clamp(percent, 0, 100)));
    }

    /** What the kernel believes could be had without swapping. */
    @Override
    public OptionalLong freeMemoryBytes() {
        return text(proc.resolve("meminfo"))
                .lines()
                .filter(line -> line.startsWith("MemAvailable:"))
                .map(line -> number(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .filter(OptionalLong::isPresent)
                .map(kibibytes -> OptionalLong.of(kibibytes.getAsLong() * KIBIBYTE))
                .orElse(OptionalLong.empty());
    }

    /** The hottest zone of the processor; other zones are batteries, disks and skins. */
    @Override
    public OptionalDouble celsius() {
        OptionalDouble hottest = OptionalDouble.empty();
        try (DirectoryStream<Path> zones = Files.newDirectoryStream(sys.resolve("class/thermal"), "thermal_zone*")) {
            for (Path zone : zones) {
                OptionalLong milli = number(word(zone, "temp"));
                double celsius = milli.orElse(0) / MILLI;
                if (isProcessor(word(zone, "type"))
                        && celsius > Math.max(COLDEST, hottest.orElse(COLDEST))
                        && celsius < HOTTEST) {
                    hottest = OptionalDouble.of(celsius);
                }
            }
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
        return hottest;
    }

    private static boolean isProcessor(String zone) {
        return PROCESSOR_ZONES.stream().anyMatch(zone::startsWith);
    }

    private static String word(Path folder, String name) {
        return text(folder.resolve(name)).strip().toLowerCase(Locale.ROOT);
    }

    private static OptionalLong number(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Empty for what is not there or no text. */
    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
