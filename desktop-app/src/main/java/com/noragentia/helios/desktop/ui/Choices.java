/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

/**
 * What a member chose for the windows.
 *
 * @param isWide whether text may run as wide as the window is
 * @param trayKnown whether it was told that a closed window goes on in the tray
 * @param privacyRead whether the sentence on who reads a question has been read and put away
 */
public record Choices(Appearance appearance, Zoom zoom, boolean isWide, boolean trayKnown, boolean privacyRead) {

    public static final Choices FIRST = new Choices(Appearance.SYSTEM, Zoom.NORMAL, false, false, false);

    public Choices with(Appearance other) {
        return new Choices(other, zoom, isWide, trayKnown, privacyRead);
    }

    public Choices with(Zoom other) {
        return new Choices(appearance, other, isWide, trayKnown, privacyRead);
    }

    public Choices withWide(boolean wide) {
        return new Choices(appearance, zoom, wide, trayKnown, privacyRead);
    }

    public Choices withPrivacyRead() {
        return new Choices(appearance, zoom, isWide, trayKnown, true);
    }

    public Choices withTrayKnown() {
        return new Choices(appearance, zoom, isWide, true, privacyRead);
    }
}
