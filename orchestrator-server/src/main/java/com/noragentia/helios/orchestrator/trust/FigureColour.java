/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

/** A colour that the demonstration models of sight know by its name. */
enum FigureColour {
    RED(205, 30, 35),
    ORANGE(243, 135, 20),
    YELLOW(245, 222, 40),
    GREEN(40, 155, 60),
    BLUE(35, 80, 210),
    PURPLE(128, 45, 168),
    BLACK(18, 18, 20),
    WHITE(243, 243, 243);

    private final int red;
    private final int green;
    private final int blue;

    FigureColour(int red, int green, int blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    /** Red, green and blue, 0 to 255. */
    int[] rgb() {
        return new int[] {red, green, blue};
    }
}
