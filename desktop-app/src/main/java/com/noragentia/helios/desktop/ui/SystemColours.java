/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the desktop around the windows is dark. JavaFX tells since version 22, and each change. With an older one, which the installer for Windows made on
 * Linux carries, the registry of Windows is read once; elsewhere it is taken for light.
 */
final class SystemColours {

    private static final Logger LOG = LoggerFactory.getLogger(SystemColours.class);
    private static final String DARK = "DARK";
    private static final String THEME = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
    private static final String LIGHT_PROGRAMS = "AppsUseLightTheme";
    private static final int ANSWER_BYTES = 4096;

    private SystemColours() {}

    /**
     * Changes on the UI thread, where it is to be called.
     *
     * @param background runs what blocks
     */
    static ObservableValue<Boolean> dark(Executor background) {
        try {
            Object preferences = Platform.class.getMethod("getPreferences").invoke(null);
            Object scheme = Class.forName(Platform.class.getName() + "$Preferences")
                    .getMethod("colorSchemeProperty")
                    .invoke(preferences);
            return ((ObservableValue<?>) scheme).map(now -> now.toString().equals(DARK));
        } catch (ReflectiveOperationException olderJavaFx) {
            SimpleBooleanProperty dark = new SimpleBooleanProperty();
            if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
                background.execute(() -> {
                    boolean found = isDark(registry());
                    Platform.runLater(() -> dark.set(found));
                });
            }
            return dark;
        }
    }

    private static String registry() {
        try {
            Process query = new ProcessBuilder("reg", "query", THEME, "/v", LIGHT_PROGRAMS)
                    .redirectErrorStream(true)
                    .start();
            query.getOutputStream().close();
            return new String(query.getInputStream().readNBytes(ANSWER_BYTES), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            LOG.warn("the colours of the desktop cannot be read: {}", e.getMessage());
            return "";
        }
    }

    /** @param registry what {@code reg query} printed */
    static boolean isDark(String registry) {
        return registry.lines()
                .map(String::strip)
                .anyMatch(line -> line.startsWith(LIGHT_PROGRAMS) && line.endsWith(" 0x0"));
    }
}
