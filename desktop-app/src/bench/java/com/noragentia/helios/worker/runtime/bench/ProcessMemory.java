/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Memory of this process in bytes, by {@code /proc/self/status} (proc_pid_status(5)).
 *
 * @param resident in main memory now
 * @param peak the most there ever was of it
 * @param anonymous of it what no file holds and so cannot be dropped
 */
record ProcessMemory(long resident, long peak, long anonymous) {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Set<String> WANTED = Set.of("VmRSS:", "VmHWM:", "RssAnon:");
    private static final int KIBIBYTE = 1024;

    /** All zero where the system does not say. */
    static ProcessMemory now() throws IOException {
        if (!Files.exists(STATUS)) {
            return new ProcessMemory(0, 0, 0);
        }
        Map<String, Long> bytes = new HashMap<>();
        for (String line : Files.readAllLines(STATUS)) {
            String[] words = line.split("\\s+", 3);
            if (WANTED.contains(words[0])) {
                bytes.put(words[0], Long.parseLong(words[1]) * KIBIBYTE);
            }
        }
        return new ProcessMemory(
                bytes.getOrDefault("VmRSS:", 0L), bytes.getOrDefault("VmHWM:", 0L), bytes.getOrDefault("RssAnon:", 0L));
    }
}
