/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

import java.util.Arrays;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Choices in the preferences of the user's account: a file on Linux, the registry on Windows. */
public final class PreferencesChoiceStore implements ChoiceStore {

    private static final Logger LOG = LoggerFactory.getLogger(PreferencesChoiceStore.class);
    private static final String APPEARANCE = "appearance";
    private static final String ZOOM_PERCENT = "zoom-percent";
    private static final String WIDE = "wide";
    private static final String TRAY_KNOWN = "tray-known";
    private static final String PRIVACY_READ = "privacy-read";

    private final Preferences node;

    public PreferencesChoiceStore(Preferences node) {
        this.node = node;
    }

    public static PreferencesChoiceStore ofUser() {
        return new PreferencesChoiceStore(Preferences.userRoot().node("com/noragentia/helios/window"));
    }

    @Override
    public Choices load() {
        return new Choices(
                appearance(node.get(APPEARANCE, "")),
                new Zoom(node.getInt(ZOOM_PERCENT, Zoom.NORMAL.percent())),
                node.getBoolean(WIDE, Choices.FIRST.isWide()),
                node.getBoolean(TRAY_KNOWN, false),
                node.getBoolean(PRIVACY_READ, false));
    }

    @Override
    public synchronized void save(Choices choices) {
        node.put(APPEARANCE, choices.appearance().name());
        node.putInt(ZOOM_PERCENT, choices.zoom().percent());
        node.putBoolean(WIDE, choices.isWide());
        node.putBoolean(TRAY_KNOWN, choices.trayKnown());
        node.putBoolean(PRIVACY_READ, choices.privacyRead());
        try {
            node.flush();
        } catch (BackingStoreException e) {
            LOG.warn("the choices for the window could not be kept: {}", e.getMessage());
        }
    }

    private static Appearance appearance(String name) {
        return Arrays.stream(Appearance.values())
                .filter(appearance -> appearance.name().equals(name))
                .findFirst()
                .orElse(Choices.FIRST.appearance());
    }
}
