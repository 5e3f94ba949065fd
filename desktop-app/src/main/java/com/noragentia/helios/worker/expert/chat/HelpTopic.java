/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import java.util.Locale;

/** What Helios can explain about itself. The bundle {@code help} holds {@code <key>.questions}, one a bar, and {@code <key>.answer}. */
enum HelpTopic {
    WHAT_IS_HELIOS,
    HOW_IT_WORKS,
    START,
    COST,
    CONTRIBUTE,
    PAUSE,
    TRAY,
    SLOWDOWN,
    CREDITS,
    PRIVACY,
    SECRETS,
    RETENTION,
    LOCAL_ONLY,
    FILE_TYPES,
    LIMITS,
    SUMMARY,
    IMAGES,
    AUDIO,
    LANGUAGES,
    LANGUAGE_MODEL,
    ORIGIN,
    SOURCES,
    CAPABILITIES,
    ORCHESTRATOR,
    GROUP,
    WORKER,
    REQUIREMENTS,
    TROUBLE,
    LOCKED_FILE,
    CANCEL,
    LICENCE,
    MAKER,
    TELEMETRY,
    UNINSTALL,
    SETTINGS_FOLDER;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
