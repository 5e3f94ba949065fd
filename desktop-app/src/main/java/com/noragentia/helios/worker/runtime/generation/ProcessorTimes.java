/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the processors have done since the computer started, in the kernel's clock ticks: {@code /proc/stat} and {@code /proc/self/stat}
 * (proc(5)).
 *
 * @param busy ticks of all cores that somebody used
 * @param all ticks of all cores
 * @param own those of this process
 * @param cores of the computer
 */
record ProcessorTimes(long busy, long all, long own, int cores) {

    private static final Path STAT = Path.of("/proc/stat");
    private static final Path OWN_STAT = Path.of("/proc/self/stat");
    /** user, nice, system, idle, iowait, irq, softirq, steal; what guests use is in user already. */
    private static final int COLUMNS = 8;

    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISK = 4;
    /** Columns 14 and 15 of the manual are user and system time; these are counted from the one after the name. */
    private static final int USER_TIME = 11;

    /** Empty where the system does not tell. */
    static Optional<ProcessorTimes> now() {
        try {
            return Optional.of(parse(Files.readAllLines(STAT), Files.readString(OWN_STAT)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    static ProcessorTimes parse(List<String> stat, String ownStat) {
        long[] ticks = numbers(stat.getFirst().substring("cpu".length()));
        long all = Arrays.stream(ticks, 0, Math.min(COLUMNS, ticks.length)).sum();
        long idle = ticks[IDLE] + ticks[WAITING_FOR_DISK];
        // The name may hold anything, spaces and brackets too.
        String[] own = ownStat.substring(ownStat.lastIndexOf(')') + 1).trim().split(" ");
        long ownTicks = Long.parseLong(own[USER_TIME]) + Long.parseLong(own[USER_TIME + 1]);
        int cores =
                (int) stat.stream().filter(line -> line.matches("cpu\\d+ .*")).count();
        return new ProcessorTimes(all - idle, all, ownTicks, cores);
    }

    private static long[] numbers(String columns) {
        return Arrays.stream(columns.trim().split("\\s+"))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    /** How many cores others kept busy since; 0 if no time has passed. */
    double othersBusySince(ProcessorTimes before) {
        long elapsed = all - before.all;
        double others = (double) busy - before.busy - (own - before.own);
        return elapsed <= 0 ? 0 : Math.max(0, others / elapsed * cores);
    }
}
