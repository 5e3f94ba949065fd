/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the orchestrator of this computer keeps its data unless told otherwise: the place in which the desktop program has it, too. */
final class UsualFolder {

    /** Moves the desktop program's folder, and with it what it keeps of the orchestrator it starts. */
    private static final String DESKTOP_DATA = "HELIOS_DATA";

    private UsualFolder() {}

    static Path ofThisComputer() {
        return of(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * The folder for a user.
     *
     * @param system name of the operating system as Java tells it
     */
    static Path of(Map<String, String> environment, String system, Path home) {
        return variable(environment, DESKTOP_DATA)
                .orElseGet(() -> ofDesktopProgram(environment, system, home))
                .resolve("orchestrator");
    }

    private static Path ofDesktopProgram(Map<String, String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        Path helios;
        if (name.startsWith("windows")) {
            helios = variable(environment, "LOCALAPPDATA")
                    .orElse(home.resolve("AppData").resolve("Local"))
                    .resolve("Helios");
        } else if (name.startsWith("mac")) {
            helios = home.resolve("Library").resolve("Application Support").resolve("Helios");
        } else {
            helios = variable(environment, "XDG_DATA_HOME")
                    .filter(Path::isAbsolute) // the XDG specification has relative ones ignored
                    .orElse(home.resolve(".local").resolve("share"))
                    .resolve("helios");
        }
        return helios;
    }

    private static Optional<Path> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
