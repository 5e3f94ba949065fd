/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.keyring;

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
public final class Keychain implements Keyring {

    private static final Path TOOL = Path.of("/usr/bin/security");
    private static final String SERVICE = "com.noragentia.helios";
    /** What a line of the interactive mode takes as one word; keys of ours are nothing else. */
    private static final String PLAIN = "[A-Za-z0-9._-]+";

    private final Path tool;
    private final Map<String, String> environment;
    private final Duration patienceToKeep;
    private final Duration patienceToFind;

    Keychain(Path tool, Map<String, String> environment, Duration patienceToKeep, Duration patienceToFind) {
        this.tool = tool;
        this.environment = environment;
        this.patienceToKeep = patienceToKeep;
        this.patienceToFind = patienceToFind;
    }

    /** The keychain of this user, if the program is where macOS has it. */
    public static Optional<Keyring> present(Map<String, String> environment) {
        return present(TOOL, environment);
    }

    static Optional<Keyring> present(Path tool, Map<String, String> environment) {
        return Files.isExecutable(tool)
                ? Optional.of(
                        new Keychain(tool, environment, SecretService.PATIENCE_TO_KEEP, SecretService.PATIENCE_TO_FIND))
                : Optional.empty();
    }

    @Override
    public String name() {
        return "keychain";
    }

    @Override
    public boolean keep(String entry, String secret) {
        if (!entry.matches(PLAIN) || !secret.matches(PLAIN)) {
            return false;
        }
        long begun = System.nanoTime();
        String line = "add-generic-password -U -s " + SERVICE + " -a " + entry + " -l Helios -w " + secret + "\n";
        if (run(List.of("-i"), line, patienceToKeep).isEmpty()) {
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
        return run(List.of("find-generic-password", "-s", SERVICE, "-a", entry, "-w"), "", patience)
                .map(String::strip)
                .filter(secret -> !secret.isEmpty());
    }

    @Override
    public void forget(String entry) {
        run(List.of("delete-generic-password", "-s", SERVICE, "-a", entry), "", patienceToKeep);
    }

    private Optional<String> run(List<String> arguments, String input, Duration patience) {
        return new ShortProgram(tool, arguments, environment).run(input, patience);
    }
}
