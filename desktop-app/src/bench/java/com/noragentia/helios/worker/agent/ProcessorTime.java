/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Seconds of processor time that this process has used: unlike time on the clock, hardly touched by what else runs. On Linux with those of
 * its ended children, who read documents ({@code proc_pid_stat(5)}); elsewhere documents look cheaper than they are.
 */
final class ProcessorTime {

    private static final Path STAT = Path.of("/proc/self/stat");
    /** User and system time of the process and of its ended children, counted after the name in brackets. */
    private static final int FIRST_FIELD = 11;

    private static final int FIELDS = 4;
    /** What Linux tells user space, whatever it uses itself. */
    private static final double TICKS_PER_SECOND = 100;

    private ProcessorTime() {}

    static double seconds() {
        if (!Files.exists(STAT)) {
            return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                            .getProcessCpuTime()
                    / 1e9;
        }
        try {
            String line = Files.readString(STAT);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int i = FIRST_FIELD; i < FIRST_FIELD + FIELDS; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
