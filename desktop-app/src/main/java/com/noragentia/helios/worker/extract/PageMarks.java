/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.extent.PicturedPage;
import java.util.List;

/** What stands on a page besides text, as far as it tells whether the page's text is a picture. Not thread-safe. */
final class PageMarks {

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
        return PicturedPage.is(letters, hasPicture, shapes, covered);
    }
}
