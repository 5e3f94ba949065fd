/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.keyring;

import com.noragentia.helios.computer.ShortProgram;
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
public final class SecretService implements Vault {

    private static final String TOOL = "secret-tool";
    private static final String SERVICE = "com.noragentia.helios";

    private final Path tool;
    private final Map<String, String> environment;

    SecretService(Path tool, Map<String, String> environment) {
        this.tool = tool;
        this.environment = environment;
    }

    /** The keyring of this session, if there are a session and the program that speaks to it. */
    public static Optional<Keyring> present(Map<String, String> environment) {
        return hasSession(environment)
                ? tool(environment).map(tool -> new ToolKeyring(new SecretService(tool, environment), Patience.USUAL))
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
    public boolean put(String entry, String secret, Duration patience) {
        return run(List.of("store", "--label=Helios", "service", SERVICE, "entry", entry), secret, patience)
                .isPresent();
    }

    @Override
    public Optional<String> get(String entry, Duration patience) {
        return run(List.of("lookup", "service", SERVICE, "entry", entry), "", patience);
    }

    @Override
    public void remove(String entry, Duration patience) {
        run(List.of("clear", "service", SERVICE, "entry", entry), "", patience);
    }

    private Optional<String> run(List<String> arguments, String input, Duration patience) {
        return new ShortProgram(tool, arguments, environment).run(input, patience);
    }
}
