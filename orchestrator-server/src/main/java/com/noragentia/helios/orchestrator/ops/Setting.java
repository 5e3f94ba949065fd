/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.ledger.LedgerRules;
import java.util.Arrays;
import java.util.Optional;

/** Everything that can be set: in a file under its key, in the environment under its variable, as a flag where the command has one. */
enum Setting {
    /** Its variable is not {@code HELIOS_DATA}, which moves the folder of the desktop program, and so the usual place of this one ({@link UsualFolder}). */
    DATA("data", "HELIOS_ORCHESTRATOR_DATA", "", false),
    HOST("host", "HELIOS_HOST", "127.0.0.1", false),
    PORT("port", "HELIOS_PORT", "8437", false),
    LOG_LEVEL("log-level", "HELIOS_LOG_LEVEL", "INFO", false),
    LINK_SECRET("link-secret", "HELIOS_LINK_SECRET", "", true),
    TRUSTED_PROXIES("trusted-proxies", "HELIOS_TRUSTED_PROXIES", "", false),
    RATE_LIMITS("rate-limits", "HELIOS_RATE_LIMITS", "on", false),
    TLS_CERTIFICATE("tls-certificate", "HELIOS_TLS_CERTIFICATE", "", false),
    TLS_KEY("tls-key", "HELIOS_TLS_KEY", "", false),
    ENROLMENT("enrolment", "HELIOS_ENROLMENT", "invited", false),
    ACCESS("access", "HELIOS_ACCESS", "contributors", false),
    CANARIES("canaries", "HELIOS_CANARIES", "on", false),
    MATURATION_HOURS(
            "maturation-hours",
            "HELIOS_MATURATION_HOURS",
            Long.toString(LedgerRules.USUAL.maturation().toHours()),
            false),
    PREFERRED_MODELS("preferred-models", "HELIOS_PREFERRED_MODELS", "", false);

    private final String key;
    private final String variable;
    private final String preset;
    private final boolean secret;

    Setting(String key, String variable, String preset, boolean secret) {
        this.key = key;
        this.variable = variable;
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
        return variable;
    }

    String preset() {
        return preset;
    }

    /** The value as it may be shown. */
    String shown(String value) {
        return secret && !value.isEmpty() ? "(hidden)" : value;
    }
}
