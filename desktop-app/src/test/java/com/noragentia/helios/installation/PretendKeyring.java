/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import com.noragentia.helios.keyring.Keyring;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A keyring in memory that a test may lock. */
final class PretendKeyring implements Keyring {

    final Map<String, String> entries = new ConcurrentHashMap<>();
    private boolean locked;
    private boolean forgetful;
    private boolean silent;
    private int questions;

    void lock() {
        locked = true;
    }

    void unlock() {
        locked = false;
    }

    /** Takes everything and keeps nothing. */
    PretendKeyring forgetful() {
        forgetful = true;
        return this;
    }

    /** Takes everything, and does not say so. */
    PretendKeyring silent() {
        silent = true;
        return this;
    }

    int questions() {
        return questions;
    }

    @Override
    public String name() {
        return "pretend";
    }

    @Override
    public boolean keep(String entry, String secret) {
        if (!locked && !forgetful) {
            entries.put(entry, secret);
        }
        return secret.equals(entries.get(entry)) && !locked && !silent;
    }

    @Override
    public Optional<String> find(String entry) {
        questions++;
        return locked ? Optional.empty() : Optional.ofNullable(entries.get(entry));
    }

    @Override
    public void forget(String entry) {
        entries.remove(entry);
    }
}
