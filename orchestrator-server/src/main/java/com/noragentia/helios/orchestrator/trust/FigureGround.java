/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What figures stand on. */
enum FigureGround {
    WHITE(240, 240, 240, EnumSet.of(FigureColour.WHITE, FigureColour.YELLOW)),
    GREY(128, 128, 128, EnumSet.noneOf(FigureColour.class)),
    BLACK(20, 20, 22, EnumSet.of(FigureColour.BLACK)),
    BEIGE(222, 200, 162, EnumSet.of(FigureColour.WHITE, FigureColour.YELLOW));

    private final int red;
    private final int green;
    private final int blue;
    private final Set<FigureColour> hidden;

    FigureGround(int red, int green, int blue, Set<FigureColour> hidden) {
        this.red = red;
        this.green = green;
        this.blue = blue;
        this.hidden = Set.copyOf(hidden);
    }

    /** Red, green and blue, 0 to 255. */
    int[] rgb() {
        return new int[] {red, green, blue};
    }

    /** The colours that stand out from it. */
    List<FigureColour> clear() {
        return Arrays.stream(FigureColour.values())
                .filter(colour -> !hidden.contains(colour))
                .toList();
    }
}
