/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;

/** How windows are coloured. */
public enum Appearance {
    LIGHT(new PrimerLight(), "light"),
    DARK(new PrimerDark(), "dark");

    private final Theme theme;
    private final String styleClass;

    Appearance(Theme theme, String styleClass) {
        this.theme = theme;
        this.styleClass = styleClass;
    }

    public Appearance other() {
        return this == LIGHT ? DARK : LIGHT;
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
