/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Memory of this process that no file backs, in bytes: {@code RssAnon} of {@code /proc/self/status} (proc(5)). Pages of mapped weights are
 * not in it, since the operating system may take them back at any time.
 */
public final class ProcessMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String FIELD = "RssAnon:";

    private ProcessMemory() {}

    /** Empty where the system does not tell. */
    public static OptionalLong anonymousBytes() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(FIELD))
                    .mapToLong(ProcessMemory::bytes)
                    .findFirst();
        } catch (IOException | RuntimeException e) {
            return OptionalLong.empty();
        }
    }

    /** Such as {@code RssAnon:     5376 kB}. */
    static long bytes(String line) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }
}
