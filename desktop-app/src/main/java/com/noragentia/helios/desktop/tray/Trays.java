/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.tray;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the tray of a desktop. */
public final class Trays {

    private static final Logger LOG = LoggerFactory.getLogger(Trays.class);

    private Trays() {}

    /**
     * The tray that desktops on Linux share over D-Bus where there is a session bus, or else the one that Java knows; empty where there is neither. Blocks.
     *
     * @param activated called when the icon is pressed; by a thread of the tray, so it must return at once
     */
    public static Optional<Tray> open(Runnable activated) {
        Optional<Tray> shared = StatusNotifierTray.open(Optional.empty(), activated);
        Optional<Tray> found = shared.isPresent() ? shared : AwtTray.open(activated);
        if (found.isEmpty()) {
            LOG.info("this desktop has no tray");
        }
        return found;
    }
}
