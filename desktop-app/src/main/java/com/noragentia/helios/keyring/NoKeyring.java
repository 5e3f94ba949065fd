/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.keyring;

import java.util.Optional;

/** What a system without a keyring has: nothing is ever kept. */
public final class NoKeyring implements Keyring {

    @Override
    public String name() {
        return "none";
    }

    @Override
    public boolean keep(String entry, String secret) {
        return false;
    }

    @Override
    public Optional<String> find(String entry) {
        return Optional.empty();
    }

    @Override
    public void forget(String entry) {}
}
