/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.installation.OperatingSystem;
import java.util.Map;

/** Whether there is a screen to open a window on. */
final class Display {

    private Display() {}

    static boolean isPresent(Map<String, String> environment) {
        return switch (OperatingSystem.current()) {
            case WINDOWS, MAC -> true;
            case LINUX -> isSet(environment, "DISPLAY") || isSet(environment, "WAYLAND_DISPLAY");
        };
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
