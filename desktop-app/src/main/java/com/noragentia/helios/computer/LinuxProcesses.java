/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.computer;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What runs on Linux, by {@code /proc} (proc(5)), and whose the processors' time was. For one thread. */
final class LinuxProcesses {

    /** More processes than this are not looked at: it would cost what it measures. */
    private static final int MOST_PROCESSES = 20_000;

    /** user, nice, system, idle, iowait, irq, softirq, steal; what guests use is in user already. */
    private static final int COLUMNS = 8;

    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISK = 4;
    // Columns 4 and 14 to 17 of the manual, counted from the one after the name
    private static final int PARENT = 1;
    private static final int USER_TIME = 11;
    private static final int ENDED_CHILDREN_SYSTEM_TIME = 14;

    private final Path proc;
    private final Family family;
    private Optional<Ticks> before = Optional.empty();

    /** Of all cores since the start of the computer: that somebody used, that there were, and that this installation used. */
    private record Ticks(long busy, long all, long own) {}

    /** One process. */
    record Entry(String name, long parent, long ticks) {}

    LinuxProcesses(Path proc, Family family) {
        this.proc = proc;
        this.family = family;
    }

    Sensors.Processes look() {
        try {
            long[] computer = computer(Files.readString(proc.resolve("stat")));
            Map<Long, Entry> entries = entries();
            Map<Long, Long> parents = new HashMap<>();
            entries.forEach((process, entry) -> parents.put(process, entry.parent()));
            Set<Long> members = family.of(parents);
            long own = entries.entrySet().stream()
                    .filter(entry -> members.contains(entry.getKey()))
                    .mapToLong(entry -> entry.getValue().ticks())
                    .sum();
            Ticks now = new Ticks(computer[0], computer[1], own);
            OptionalDouble othersBusy = before.isPresent() ? othersBusy(before.get(), now) : OptionalDouble.empty();
            before = Optional.of(now);
            return new Sensors.Processes(othersBusy, names(entries));
        } catch (IOException | RuntimeException e) {
            before = Optional.empty();
            return Sensors.Processes.UNKNOWN;
        }
    }

    private static OptionalDouble othersBusy(Ticks before, Ticks now) {
        long passed = now.all - before.all;
        double others = (double) now.busy - before.busy - (now.own - before.own);
        return passed <= 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.clamp(others / passed, 0, 1));
    }

    private static Optional<Set<String>> names(Map<Long, Entry> entries) {
        Set<String> names = new HashSet<>();
        entries.values().forEach(entry -> names.add(entry.name().toLowerCase(Locale.ROOT)));
        return Optional.of(names);
    }

    /** Ticks that were used, and all, of the first line. */
    private static long[] computer(String stat) {
        String first = stat.lines().findFirst().orElseThrow();
        long[] ticks = Arrays.stream(first.substring("cpu".length()).trim().split("\\s+"))
                .mapToLong(Long::parseLong)
                .toArray();
        long all = Arrays.stream(ticks, 0, Math.min(COLUMNS, ticks.length)).sum();
        return new long[] {all - ticks[IDLE] - ticks[WAITING_FOR_DISK], all};
    }

    private Map<Long, Entry> entries() throws IOException {
        Map<Long, Entry> entries = new HashMap<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path folder : folders) {
                if (entries.size() < MOST_PROCESSES) {
                    read(folder)
                            .ifPresent(entry -> entries.put(
                                    Long.parseLong(folder.getFileName().toString()), entry));
                }
            }
        }
        return entries;
    }

    /** Empty for one that has ended meanwhile. */
    private static Optional<Entry> read(Path folder) {
        try {
            return Optional.of(parse(Files.readString(folder.resolve("stat"))));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** A process by its {@code stat}; its name may hold anything, spaces and brackets too. */
    static Entry parse(String stat) {
        int end = stat.lastIndexOf(')');
        String[] columns = stat.substring(end + 1).trim().split(" ");
        long ticks = 0;
        for (int column = USER_TIME; column <= ENDED_CHILDREN_SYSTEM_TIME; column++) {
            ticks += Long.parseLong(columns[column]);
        }
        return new Entry(stat.substring(stat.indexOf('(') + 1, end), Long.parseLong(columns[PARENT]), ticks);
    }
}
