/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.keyring;

import java.time.Duration;
import java.util.Optional;

/**
 * A keyring that is reached through a program of the operating system. What is kept is asked for at once, within the same patience; what does
 * not come back is let go of again, so that no secret rests in two places. Thread-safe.
 */
final class ToolKeyring implements Keyring {

    /** What every program and every file system takes as one word; keys of ours are nothing else. */
    private static final String PLAIN = "[A-Za-z0-9._-]+";

    private final Vault vault;
    private final Patience patience;

    ToolKeyring(Vault vault, Patience patience) {
        this.vault = vault;
        this.patience = patience;
    }

    @Override
    public String name() {
        return vault.name();
    }

    @Override
    public boolean keep(String entry, String secret) {
        if (!isPlain(entry) || !isPlain(secret)) {
            return false;
        }
        boolean isKept = isGivenBack(entry, secret);
        if (!isKept) {
            // Also where it does not say that it took it: it may have, and have been too slow to say so.
            vault.remove(entry, patience.toForget());
        }
        return isKept;
    }

    private boolean isGivenBack(String entry, String secret) {
        long begun = System.nanoTime();
        if (!vault.put(entry, secret, patience.toKeep())) {
            return false;
        }
        Duration left = patience.toKeep().minusNanos(System.nanoTime() - begun);
        return find(entry, left).filter(secret::equals).isPresent();
    }

    @Override
    public Optional<String> find(String entry) {
        return isPlain(entry) ? find(entry, patience.toFind()) : Optional.empty();
    }

    private Optional<String> find(String entry, Duration within) {
        return vault.get(entry, within).map(String::strip).filter(secret -> !secret.isEmpty());
    }

    @Override
    public void forget(String entry) {
        if (isPlain(entry)) {
            vault.remove(entry, patience.toForget());
        }
    }

    private static boolean isPlain(String word) {
        return word.matches(PLAIN);
    }
}
