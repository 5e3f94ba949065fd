/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.computer;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** What runs, as Java itself tells on every system. For one thread. */
final class JavaProcesses {

    private final Family family;
    private long beforeNanos;
    private Duration before = Duration.ZERO;

    JavaProcesses(Family family) {
        this.family = family;
    }

    Sensors.Processes look() {
        List<ProcessHandle> all;
        try (Stream<ProcessHandle> handles = ProcessHandle.allProcesses()) {
            all = handles.toList();
        } catch (RuntimeException e) {
            return Sensors.Processes.UNKNOWN; // a system that forbids to look
        }
        Set<String> names = new HashSet<>();
        all.forEach(handle -> handle.info().command().map(JavaProcesses::name).ifPresent(names::add));
        return new Sensors.Processes(othersBusy(all), names.isEmpty() ? Optional.empty() : Optional.of(names));
    }

    private OptionalDouble othersBusy(List<ProcessHandle> all) {
        Map<Long, Long> parents = new HashMap<>();
        all.forEach(handle -> parents.put(
                handle.pid(), handle.parent().map(ProcessHandle::pid).orElse(0L)));
        Set<Long> own = family.of(parents);
        Duration spentByOwn = all.stream()
                .filter(handle -> own.contains(handle.pid()))
                .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
        long now = System.nanoTime();
        long passed = now - beforeNanos;
        boolean isFirst = beforeNanos == 0;
        Duration spent = spentByOwn.minus(before);
        beforeNanos = now;
        before = spentByOwn;
        if (isFirst
                || passed <= 0
                || !(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
            return OptionalDouble.empty();
        }
        double load = system.getCpuLoad();
        double mine = (double) spent.toNanos() / passed / system.getAvailableProcessors();
        return Double.isNaN(load) || load < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.clamp(load - mine, 0, 1));
    }

    /** The name of a program's file, in lower case and without ending. */
    static String name(String command) {
        String file = command.substring(Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\')) + 1);
        int end = file.lastIndexOf('.');
        return (end > 0 ? file.substring(0, end) : file).toLowerCase(Locale.ROOT);
    }

    static OptionalLong freeMemoryBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? OptionalLong.of(system.getFreeMemorySize())
                : OptionalLong.empty();
    }
}
