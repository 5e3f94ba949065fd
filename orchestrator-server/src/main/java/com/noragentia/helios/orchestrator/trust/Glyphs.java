/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * Letters as pictures, of one width: a server may have no fonts at all. They come inside the program, drawn once with DejaVu Sans Mono, one row
 * plain and one bold, from the space to the tilde. Thread-safe.
 */
final class Glyphs {

    static final int ROWS = 2;
    private static final String RESOURCE = "glyphs.png";
    private static final char FIRST = ' ';
    private static final char LAST = '~';

    private final Raster sheet;
    private final int width;
    private final int height;

    private Glyphs(Raster sheet) {
        this.sheet = sheet;
        this.width = sheet.getWidth() / (LAST - FIRST + 1);
        this.height = sheet.getHeight() / ROWS;
    }

    static Glyphs load() {
        try (InputStream file = Glyphs.class.getResourceAsStream(RESOURCE)) {
            BufferedImage sheet = file == null ? null : ImageIO.read(file);
            if (sheet == null) {
                throw new IllegalStateException("the program was built without " + RESOURCE);
            }
            return new Glyphs(sheet.getData());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pixels of a letter. */
    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** How black a pixel of a letter is, 0 to 255; of one that is not here, white. */
    int ink(char letter, int row, int x, int y) {
        boolean isHere = letter >= FIRST && letter <= LAST;
        return isHere ? sheet.getSample((letter - FIRST) * width + x, row * height + y, 0) : 0;
    }
}
