/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

/**
 * The limits of a job as Windows of 64 bits wants them: JOBOBJECT_EXTENDED_LIMIT_INFORMATION of winnt.h, which begins with
 * JOBOBJECT_BASIC_LIMIT_INFORMATION (64 bytes) and IO_COUNTERS (48 bytes, unused).
 */
final class JobLimits {

    /** The number of this structure among those of SetInformationJobObject. */
    static final int INFORMATION_CLASS = 9;

    static final int BYTES = 144;

    /** Heap (256 MiB), memory beside it (32 MiB), and what a JVM takes for code, classes, threads and itself. */
    static final long PROCESS_BYTES = 768L * 1024 * 1024;

    static final int MOST_PROCESSES = 1;

    private static final int LIMIT_PROCESS_TIME = 0x2;
    private static final int LIMIT_ACTIVE_PROCESS = 0x8;
    private static final int LIMIT_PROCESS_MEMORY = 0x100;
    private static final int LIMIT_DIE_ON_UNHANDLED_EXCEPTION = 0x400;
    private static final int LIMIT_KILL_ON_JOB_CLOSE = 0x2000;

    static final int FLAGS = LIMIT_PROCESS_TIME
            | LIMIT_ACTIVE_PROCESS
            | LIMIT_PROCESS_MEMORY
            | LIMIT_DIE_ON_UNHANDLED_EXCEPTION
            | LIMIT_KILL_ON_JOB_CLOSE;

    private static final int TIME_OFFSET = 0;
    private static final int FLAGS_OFFSET = 16;
    private static final int ACTIVE_PROCESS_OFFSET = 40;
    private static final int PROCESS_MEMORY_OFFSET = 112;

    /** Windows counts time in units of 100 ns. */
    private static final long UNIT_NANOS = 100;

    private JobLimits() {}

    static ByteBuffer bytes() {
        long time = Duration.ofSeconds(ProcessLimits.PROCESSOR_SECONDS).toNanos() / UNIT_NANOS;
        return ByteBuffer.allocateDirect(BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(TIME_OFFSET, time)
                .putInt(FLAGS_OFFSET, FLAGS)
                .putInt(ACTIVE_PROCESS_OFFSET, MOST_PROCESSES)
                .putLong(PROCESS_MEMORY_OFFSET, PROCESS_BYTES);
    }
}
