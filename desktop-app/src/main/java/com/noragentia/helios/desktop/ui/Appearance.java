/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

/** How a member wants windows coloured. */
public enum Appearance {
    /** As the desktop around them is. */
    SYSTEM,
    LIGHT,
    DARK,
    HIGH_CONTRAST;

    /** @param systemIsDark whether the desktop around the windows is */
    Colours colours(boolean systemIsDark) {
        return switch (this) {
            case SYSTEM -> systemIsDark ? Colours.DARK : Colours.LIGHT;
            case LIGHT -> Colours.LIGHT;
            case DARK -> Colours.DARK;
            case HIGH_CONTRAST -> Colours.HIGH_CONTRAST;
        };
    }
}
