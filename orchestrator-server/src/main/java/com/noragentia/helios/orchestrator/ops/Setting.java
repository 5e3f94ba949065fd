/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be set: in a file under its key, in the environment under its variable, as a flag where the command has one. */
enum Setting {
    DATA("data", "", false),
    HOST("host", "127.0.0.1", false),
    PORT("port", "8437", false),
    LOG_LEVEL("log-level", "INFO", false),
    LINK_SECRET("link-secret", "", true);

    private final String key;
    private final String preset;
    private final boolean secret;

    Setting(String key, String preset, boolean secret) {
        this.key = key;
        this.preset = preset;
        this.secret = secret;
    }

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    String key() {
        return key;
    }

    /** The environment variable, such as {@code HELIOS_LOG_LEVEL}. */
    String variable() {
        return "HELIOS_" + key.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    String preset() {
        return preset;
    }

    /** The value as it may be shown. */
    String shown(String value) {
        return secret && !value.isEmpty() ? "(hidden)" : value;
    }
}
