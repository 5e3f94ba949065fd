/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.listening;

import java.util.List;

/**
 * What is said in a window of sound.
 *
 * @param language code of the language that is likeliest; empty for a model of one language
 * @param segments in the order of their times; none where nobody speaks
 */
public record Heard(String language, List<Segment> segments) {

    static final Heard NOBODY = new Heard("", List.of());

    public Heard {
        segments = List.copyOf(segments);
    }

    /** A stretch of speech, in milliseconds from the beginning of the window. */
    public record Segment(int startMillis, int endMillis, String text) {}
}
