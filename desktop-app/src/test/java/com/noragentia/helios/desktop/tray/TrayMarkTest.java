/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrayMarkTest {

    private static final int HALF_SEEN = 128;

    @ParameterizedTest
    @ValueSource(ints = {16, 22, 48})
    void marks_differ_in_their_shape_whatever_their_colour(int pixels) {
        for (TrayMark one : TrayMark.values()) {
            assertThat(share(one.picture(pixels), one.picture(pixels), true)).isBetween(0.1, 0.6);
            for (TrayMark other : TrayMark.values()) {
                if (one != other) {
                    assertThat(share(one.picture(pixels), other.picture(pixels), false))
                            .as("%s and %s", one, other)
                            .isGreaterThan(0.12);
                }
            }
        }
    }

    /** The share of pixels that are seen in both, or in one alone. */
    private static double share(BufferedImage one, BufferedImage other, boolean inBoth) {
        int count = 0;
        for (int x = 0; x < one.getWidth(); x++) {
            for (int y = 0; y < one.getHeight(); y++) {
                boolean here = isSeen(one, x, y);
                boolean there = isSeen(other, x, y);
                if (inBoth ? here && there : here != there) {
                    count++;
                }
            }
        }
        return (double) count / one.getWidth() / one.getHeight();
    }

    private static boolean isSeen(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) >>> 24 >= HALF_SEEN;
    }
}
