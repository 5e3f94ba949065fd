/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

/**
 * What a member chose for the windows.
 *
 * @param privacyRead whether the sentence on who reads a question has been read and put away
 */
public record Choices(Appearance appearance, Zoom zoom, boolean privacyRead) {

    public static final Choices FIRST = new Choices(Appearance.LIGHT, Zoom.NORMAL, false);

    public Choices with(Appearance other) {
        return new Choices(other, zoom, privacyRead);
    }

    public Choices with(Zoom other) {
        return new Choices(appearance, other, privacyRead);
    }

    public Choices withPrivacyRead() {
        return new Choices(appearance, zoom, true);
    }
}
