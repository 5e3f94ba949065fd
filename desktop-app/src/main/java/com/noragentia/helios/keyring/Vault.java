/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.keyring;

import java.time.Duration;
import java.util.Optional;

/**
 * How one operating system is told to take a secret and to give it back. Entries and secrets are plain words, as {@link ToolKeyring} lets
 * through nothing else. Each call ends within its patience; none throws. Thread-safe.
 */
sealed interface Vault permits DataProtection, Keychain, SecretService {

    /** As {@link Keyring#name}. */
    String name();

    /** @return whether it says that it took it, which is not yet to say that it gives it back */
    boolean put(String entry, String secret, Duration patience);

    /** What it says to be in there, as it says it. */
    Optional<String> get(String entry, Duration patience);

    void remove(String entry, Duration patience);
}
