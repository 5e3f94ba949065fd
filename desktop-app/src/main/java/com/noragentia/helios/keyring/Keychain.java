/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.keyring;

import com.noragentia.helios.computer.ShortProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keychain of macOS, through its program {@code security}. A secret reaches it as a line on its standard input, in its interactive mode, as
 * an argument could be seen by other users. Made after the manual of the program: nobody of us has run it on macOS yet. Thread-safe.
 */
public final class Keychain implements Vault {

    private static final Path TOOL = Path.of("/usr/bin/security");
    private static final String SERVICE = "com.noragentia.helios";

    private final Path tool;
    private final Map<String, String> environment;

    Keychain(Path tool, Map<String, String> environment) {
        this.tool = tool;
        this.environment = environment;
    }

    /** The keychain of this user, if the program is where macOS has it. */
    public static Optional<Keyring> present(Map<String, String> environment) {
        return present(TOOL, environment);
    }

    static Optional<Keyring> present(Path tool, Map<String, String> environment) {
        return Files.isExecutable(tool)
                ? Optional.of(new ToolKeyring(new Keychain(tool, environment), Patience.USUAL))
                : Optional.empty();
    }

    @Override
    public String name() {
        return "keychain";
    }

    @Override
    public boolean put(String entry, String secret, Duration patience) {
        String line = "add-generic-password -U -s " + SERVICE + " -a " + entry + " -l Helios -w " + secret + "\n";
        return run(List.of("-i"), line, patience).isPresent();
    }

    @Override
    public Optional<String> get(String entry, Duration patience) {
        return run(List.of("find-generic-password", "-s", SERVICE, "-a", entry, "-w"), "", patience);
    }

    @Override
    public void remove(String entry, Duration patience) {
        run(List.of("delete-generic-password", "-s", SERVICE, "-a", entry), "", patience);
    }

    private Optional<String> run(List<String> arguments, String input, Duration patience) {
        return new ShortProgram(tool, arguments, environment).run(input, patience);
    }
}
