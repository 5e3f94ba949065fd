/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.keyring;

import com.noragentia.helios.computer.ShortProgram;
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
 * standard streams, never as arguments. Made after the documentation: nobody of us has run it on Windows yet.
 *
 * <p>A first start waits no longer for it than for the keyrings of other systems ({@link Patience#USUAL}), though a cold PowerShell alone may take
 * seconds, and is needed twice: somebody looks at that start, and the key then rests in the private file, which only its owner may open.
 * Thread-safe.
 */
public final class DataProtection implements Vault {

    private static final int MOST_BYTES = 16 * 1024;
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

    DataProtection(Path tool, Path folder, Map<String, String> environment) {
        this.tool = tool;
        this.folder = folder;
        this.environment = environment;
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
                ? Optional.of(new ToolKeyring(new DataProtection(tool, folder, environment), Patience.USUAL))
                : Optional.empty();
    }

    @Override
    public String name() {
        return "data-protection";
    }

    @Override
    public boolean put(String entry, String secret, Duration patience) {
        String closed = run(SEAL, secret, patience).map(String::strip).orElse("");
        if (closed.isEmpty() || closed.contains(secret)) {
            return false;
        }
        try {
            Files.writeString(file(entry), closed);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Optional<String> get(String entry, Duration patience) {
        return closed(entry).flatMap(content -> run(OPEN, content, patience));
    }

    private Optional<String> closed(String entry) {
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
    public void remove(String entry, Duration patience) {
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
                .run(input, patience);
    }
}
