/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.util.List;

/** What stands on a page besides text, as far as it tells whether the page's text is a picture. Not thread-safe. */
final class PageMarks {

    /** A scanner's stamp or a page number is no text of the page. */
    private static final int FEW_LETTERS = 60;
    /** The share of the page that the picture of a page covers, with room for its margins. */
    private static final double MOST_OF_A_PAGE = 0.5;
    /** Letters may be drawn as shapes, each filled on its own: fewer are an ornament. */
    private static final int SHAPES = 50;

    private double covered;
    private boolean hasPicture;
    private int shapes;

    /** @param share of the page that it covers; several pictures may be strips of one */
    void picture(double share) {
        hasPicture = true;
        covered += share;
    }

    void shape() {
        shapes++;
    }

    /** Whether there may be text here that the file does not have as text: of a page with these lines. */
    boolean areText(List<Line> lines) {
        int letters = lines.stream().mapToInt(line -> line.text().length()).sum();
        return letters == 0 ? hasPicture || shapes >= SHAPES : letters < FEW_LETTERS && covered >= MOST_OF_A_PAGE;
    }
}
