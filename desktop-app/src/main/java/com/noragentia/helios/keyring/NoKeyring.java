/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.keyring;

import java.util.Optional;

/** What a system without a keyring has: nothing is ever kept. */
public final class NoKeyring implements Keyring {

    private final String refusal;

    private NoKeyring(String refusal) {
        this.refusal = refusal;
    }

    /** The user wants none. */
    public static NoKeyring switchedOff() {
        return new NoKeyring("keyring-off");
    }

    /** There is none at hand: no session of a desktop, no program that speaks to it, or a folder that carries its key with it. */
    public static NoKeyring absent() {
        return new NoKeyring("keyring-absent");
    }

    @Override
    public String name() {
        return "none";
    }

    @Override
    public String refusal() {
        return refusal;
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
