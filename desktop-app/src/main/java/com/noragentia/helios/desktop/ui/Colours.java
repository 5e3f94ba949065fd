/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;

/** What windows may be dressed in. */
enum Colours {
    LIGHT(new PrimerLight(), "light"),
    DARK(new PrimerDark(), "dark"),
    /** White and yellow on black. */
    HIGH_CONTRAST(new PrimerDark(), "high-contrast");

    private final Theme theme;
    private final String styleClass;

    Colours(Theme theme, String styleClass) {
        this.theme = theme;
        this.styleClass = styleClass;
    }

    /** Address of the controls' style sheet. */
    String styleSheet() {
        return theme.getUserAgentStylesheet();
    }

    /** The class that a window's root carries, so that our own style sheet can tell. */
    String styleClass() {
        return styleClass;
    }
}
