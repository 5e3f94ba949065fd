/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.keyring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The data protection of Windows (DPAPI, https://learn.microsoft.com/dotnet/api/system.security.cryptography.protecteddata): a secret is sealed
 * with a key of the user's own login, and rests sealed in a file. Reached through Windows PowerShell; both the secret and what is sealed go over
 * standard streams, never as arguments. Made after the documentation: nobody of us has run it on Windows yet. Thread-safe.
 */
public final class DataProtection implements Keyring {

    /** A cold start of PowerShell alone takes seconds. */
    private static final Duration PATIENCE_TO_KEEP = Duration.ofSeconds(20);

    private static final Duration PATIENCE_TO_FIND = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 16 * 1024;
    private static final String PLAIN = "[A-Za-z0-9._-]+";
    private static final String BEGIN =
            "$ErrorActionPreference='Stop'; Add-Type -AssemblyName System.Security; $in=[Console]::In.ReadToEnd().Trim(); ";
    private static final String SEAL = BEGIN
            + "[Console]::Out.Write([Convert]::ToBase64String([Security.Cryptography.ProtectedData]::Protect("
            + "[Text.Encoding]::UTF8.GetBytes($in), $null, 'CurrentUser')))";
    private static final String OPEN = BEGIN
            + "[Console]::Out.Write([Text.Encoding]::UTF8.GetString([Security.Cryptography.ProtectedData]::Unprotect("
            + "[Convert]::FromBase64String($in), $null, 'CurrentUser')))";

    private final Path tool;
    private final Path folder;
    private final Map<String, String> environment;
    private final Duration patienceToKeep;
    private final Duration patienceToFind;

    DataProtection(
            Path tool, Path folder, Map<String, String> environment, Duration patienceToKeep, Duration patienceToFind) {
        this.tool = tool;
        this.folder = folder;
        this.environment = environment;
        this.patienceToKeep = patienceToKeep;
        this.patienceToFind = patienceToFind;
    }

    /**
     * The protection of this user, if PowerShell is where Windows has it.
     *
     * @param folder where sealed secrets rest
     */
    public static Optional<Keyring> present(Map<String, String> environment, Path folder) {
        String root = environment.getOrDefault("SystemRoot", "");
        if (root.isBlank()) {
            return Optional.empty();
        }
        Path tool = Path.of(root, "System32", "WindowsPowerShell", "v1.0", "powershell.exe");
        return tool.isAbsolute() && Files.isExecutable(tool)
                ? Optional.of(new DataProtection(tool, folder, environment, PATIENCE_TO_KEEP, PATIENCE_TO_FIND))
                : Optional.empty();
    }

    @Override
    public String name() {
        return "data-protection";
    }

    @Override
    public boolean keep(String entry, String secret) {
        if (!entry.matches(PLAIN) || !secret.matches(PLAIN)) {
            return false;
        }
        long begun = System.nanoTime();
        Optional<String> closed = run(SEAL, secret, patienceToKeep);
        if (closed.isEmpty() || closed.get().contains(secret)) {
            return false;
        }
        try {
            Files.writeString(file(entry), closed.get());
        } catch (IOException e) {
            return false;
        }
        Duration left = patienceToKeep.minusNanos(System.nanoTime() - begun);
        boolean isKept = find(entry, left).filter(secret::equals).isPresent();
        if (!isKept) {
            forget(entry);
        }
        return isKept;
    }

    @Override
    public Optional<String> find(String entry) {
        return find(entry, patienceToFind);
    }

    private Optional<String> find(String entry, Duration patience) {
        return closed(entry).flatMap(content -> run(OPEN, content, patience));
    }

    private Optional<String> closed(String entry) {
        if (!entry.matches(PLAIN)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file(entry))) {
            byte[] content = in.readNBytes(MOST_BYTES + 1);
            return content.length > MOST_BYTES
                    ? Optional.empty()
                    : Optional.of(new String(content, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void forget(String entry) {
        try {
            Files.deleteIfExists(file(entry));
        } catch (IOException e) {
            // It stays sealed, and nothing refers to it any more.
        }
    }

    private Path file(String entry) {
        return folder.resolve("sealed-" + entry + ".txt");
    }

    private Optional<String> run(String script, String input, Duration patience) {
        return new ShortProgram(tool, List.of("-NoProfile", "-NonInteractive", "-Command", script), environment)
                .run(input, patience)
                .map(String::strip)
                .filter(said -> !said.isEmpty());
    }
}
