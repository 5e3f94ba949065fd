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

    /** Why it gives nothing, where it gives nothing: the reason of the problem that a person is told. */
    default String refusal() {
        return "keyring-locked";
    }

    /**
     * Keeps a secret, and makes sure that it can be found again, both within one patience.
     *
     * @param entry which one: letters, digits and hyphens
     * @return false if it does not keep it or does not give it back: locked, absent, silent, forgetful
     */
    boolean keep(String entry, String secret);

    /** A kept secret; empty where it was never kept, or the keyring is locked, absent or silent. It does not tell which. */
    Optional<String> find(String entry);

    /** Lets go of a secret, if it can. */
    void forget(String entry);
}
