/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.keyring;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keyrings of the Linux desktops (GNOME Keyring, KWallet, KeePassXC), which all speak the Secret Service protocol of freedesktop.org,
 * through the program {@code secret-tool} of libsecret. A secret reaches it on its standard input, never as an argument, which other users
 * could see. Thread-safe.
 */
public final class SecretService implements Keyring {

    /** A first start must not hang on a keyring that asks for its password. */
    static final Duration PATIENCE_TO_KEEP = Duration.ofSeconds(5);
    /** Long enough to type a password; nothing that starts waits for it. */
    static final Duration PATIENCE_TO_FIND = Duration.ofSeconds(30);

    private static final String TOOL = "secret-tool";
    private static final String SERVICE = "com.noragentia.helios";

    private final Path tool;
    private final Map<String, String> environment;
    private final Duration patienceToKeep;
    private final Duration patienceToFind;

    SecretService(Path tool, Map<String, String> environment, Duration patienceToKeep, Duration patienceToFind) {
        this.tool = tool;
        this.environment = environment;
        this.patienceToKeep = patienceToKeep;
        this.patienceToFind = patienceToFind;
    }

    /** The keyring of this session, if there are a session and the program that speaks to it. */
    public static Optional<Keyring> present(Map<String, String> environment) {
        return hasSession(environment)
                ? tool(environment)
                        .map(tool -> new SecretService(tool, environment, PATIENCE_TO_KEEP, PATIENCE_TO_FIND))
                : Optional.empty();
    }

    private static boolean hasSession(Map<String, String> environment) {
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        return !environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isBlank()
                || (!runtime.isBlank() && Files.exists(Path.of(runtime, "bus")));
    }

    private static Optional<Path> tool(Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> folder.startsWith("/")) // a relative one is whatever lies in the current folder
                .map(folder -> Path.of(folder, TOOL))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public String name() {
        return "secret-service";
    }

    @Override
    public boolean keep(String entry, String secret) {
        long begun = System.nanoTime();
        if (run(List.of("store", "--label=Helios", "service", SERVICE, "entry", entry), secret, patienceToKeep)
                .isEmpty()) {
            return false;
        }
        Duration left = patienceToKeep.minusNanos(System.nanoTime() - begun);
        return find(entry, left).filter(secret::equals).isPresent();
    }

    @Override
    public Optional<String> find(String entry) {
        return find(entry, patienceToFind);
    }

    private Optional<String> find(String entry, Duration patience) {
        return run(List.of("lookup", "service", SERVICE, "entry", entry), "", patience)
                .map(String::strip)
                .filter(secret -> !secret.isEmpty());
    }

    @Override
    public void forget(String entry) {
        run(List.of("clear", "service", SERVICE, "entry", entry), "", patienceToKeep);
    }

    private Optional<String> run(List<String> arguments, String input, Duration patience) {
        return new ShortProgram(tool, arguments, environment).run(input, patience);
    }
}
