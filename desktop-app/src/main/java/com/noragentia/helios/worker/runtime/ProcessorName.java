/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import com.noragentia.helios.protocol.crypto.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells processors apart that pack weights differently: the name and the abilities of the first core ({@code /proc/cpuinfo}, proc(5)), or
 * what Windows says in {@code PROCESSOR_IDENTIFIER}, or the architecture.
 */
final class ProcessorName {

    private static final Path CPUINFO = Path.of("/proc/cpuinfo");
    /** x86 writes the first three, ARM the others. */
    private static final List<String> TELLING =
            List.of("vendor_id", "model name", "flags", "CPU implementer", "CPU part", "Features");

    private ProcessorName() {}

    /** Equal texts for equal processors; not for people. */
    static String ofThisComputer() {
        String architecture = System.getProperty("os.arch", "unknown") + " " + System.getProperty("os.name", "unknown");
        try {
            return architecture + " " + telling(Files.readAllLines(CPUINFO));
        } catch (IOException e) {
            return architecture + " " + System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", "");
        }
    }

    static String telling(List<String> cpuinfo) {
        String said = cpuinfo.stream()
                .takeWhile(line -> !line.isBlank())
                .filter(line -> TELLING.contains(line.split(":", 2)[0].strip()))
                .collect(Collectors.joining("\n"));
        return Sha256.hex(said.getBytes(StandardCharsets.UTF_8));
    }
}
