/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What people call a computer: its host name, as far as it can be had without asking the network. */
final class DeviceName {

    private static final int MAX_CHARACTERS = 64;

    private DeviceName() {}

    static String ofThisComputer() {
        return of(System.getenv(), Path.of("/etc/hostname"));
    }

    static String of(Map<String, String> environment, Path hostNameFile) {
        return Optional.ofNullable(environment.get("COMPUTERNAME"))
                .or(() -> Optional.ofNullable(environment.get("HOSTNAME")))
                .or(() -> firstLine(hostNameFile))
                .map(DeviceName::cleaned)
                .filter(name -> !name.isEmpty())
                .orElse("computer");
    }

    private static Optional<String> firstLine(Path file) {
        try {
            return Files.readAllLines(file).stream().findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String cleaned(String name) {
        String clean = name.replaceAll("[^\\p{L}\\p{N} ._-]", "").strip();
        return clean.length() > MAX_CHARACTERS ? clean.substring(0, MAX_CHARACTERS) : clean;
    }
}
