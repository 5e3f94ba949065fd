/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

import javafx.application.ColorScheme;

/** How a member wants windows coloured. */
public enum Appearance {
    /** As the desktop around them is. */
    SYSTEM,
    LIGHT,
    DARK,
    HIGH_CONTRAST;

    /** @param system what the desktop around the windows is like */
    Colours colours(ColorScheme system) {
        return switch (this) {
            case SYSTEM -> system == ColorScheme.DARK ? Colours.DARK : Colours.LIGHT;
            case LIGHT -> Colours.LIGHT;
            case DARK -> Colours.DARK;
            case HIGH_CONTRAST -> Colours.HIGH_CONTRAST;
        };
    }
}
