/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.message.WorkerFacts;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;

/** What a worker says of the computer it runs on. */
final class ThisComputer {

    /** The rest is for the owner of the computer. */
    private static final double SHARE_OF_MEMORY_FOR_MODELS = 0.6;

    private ThisComputer() {}

    static WorkerFacts facts(String deviceName) {
        Runtime runtime = Runtime.getRuntime();
        return new WorkerFacts(
                version(),
                deviceName,
                System.getProperty("os.name", "unknown").toLowerCase(Locale.ROOT),
                System.getProperty("os.arch", "unknown"),
                runtime.availableProcessors(),
                memoryForModels());
    }

    static long memoryForModels() {
        return (long) (totalMemoryBytes() * SHARE_OF_MEMORY_FOR_MODELS);
    }

    private static String version() {
        return Optional.ofNullable(ThisComputer.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** Of the machine, or of the container around it. */
    private static long totalMemoryBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
    }
}
