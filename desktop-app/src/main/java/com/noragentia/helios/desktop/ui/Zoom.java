/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

/** Size of everything in a window, in percent of the normal size: {@value #SMALLEST} to {@value #LARGEST}. */
public record Zoom(int percent) {

    public static final int SMALLEST = 70;
    public static final int LARGEST = 250;
    public static final Zoom NORMAL = new Zoom(100);

    private static final int STEP = 10;
    private static final double NORMAL_FONT_PIXELS = 14;

    public Zoom {
        percent = Math.clamp(percent, SMALLEST, LARGEST);
    }

    public Zoom larger() {
        return new Zoom(percent + STEP);
    }

    public Zoom smaller() {
        return new Zoom(percent - STEP);
    }

    /** Everything in the style sheets is measured in the font size of the root. */
    String style() {
        return "-fx-font-size: " + NORMAL_FONT_PIXELS * percent / 100 + "px;";
    }
}
