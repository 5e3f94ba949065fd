/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.keyring;

import java.util.Optional;

/**
 * Where an operating system keeps secrets for its user. Everything here may block as long as the implementation says, for a person may have
 * to unlock it; none of it throws. Thread-safe.
 */
public interface Keyring {

    /** How an installation says that its key is in here; part of files, so never translated. */
    String name();

    /**
     * Keeps a secret.
     *
     * @param entry which one: letters, digits and hyphens
     * @return false if it does not keep it: locked, absent, silent
     */
    boolean keep(String entry, String secret);

    /** A kept secret; empty where it was never kept, or the keyring is locked, absent or silent. It does not tell which. */
    Optional<String> find(String entry);

    /** Lets go of a secret, if it can. */
    void forget(String entry);
}
