/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import com.noragentia.helios.worker.extract.sound.Sound;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts speech into windows that a model can hear at once: as many spans as fit, up to a long pause; a span that is longer than a window is cut at its
 * quietest places, with some overlap. Immutable.
 *
 * @param most samples in a window
 */
record WindowCutter(int most, int longPause) {

    /** A word and a half. */
    private static final int OVERLAP = Sound.RATE;

    private static final int LEAST = 4 * OVERLAP;

    WindowCutter {
        if (most < LEAST) {
            throw new IllegalArgumentException("windows of " + most + " samples");
        }
    }

    /** @param speech in its order, with pauses between */
    List<Window> cut(Loudness loudness, List<Span> speech) {
        List<Window> windows = new ArrayList<>();
        Span open = null;
        for (Span span : speech) {
            if (open != null && span.from() - open.to() < longPause && span.to() - open.from() <= most) {
                open = new Span(open.from(), span.to());
            } else {
                add(windows, loudness, open);
                open = span;
            }
        }
        add(windows, loudness, open);
        return windows;
    }

    private void add(List<Window> windows, Loudness loudness, @Nullable Span span) {
        if (span == null) {
            return;
        }
        if (span.length() <= most) {
            windows.add(Window.whole(span));
            return;
        }
        int from = span.from();
        int seam = span.from();
        while (span.to() - from > most) {
            int next = loudness.quietest(from + most / 2, from + most - OVERLAP);
            windows.add(new Window(new Span(from, next + OVERLAP), new Span(seam, next)));
            seam = next;
            from = next - OVERLAP;
        }
        windows.add(new Window(new Span(from, span.to()), new Span(seam, span.to())));
    }
}
