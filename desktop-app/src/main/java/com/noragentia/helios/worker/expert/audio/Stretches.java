/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import com.noragentia.helios.worker.extract.sound.Sound;
import java.util.List;

/**
 * Cuts a recording into stretches for several workers. Each worker has the whole recording and finds the same cuts: an even division, each cut moved
 * into the nearest pause, or where there is none to the quietest place nearby. So what one leaves out the next one has, and nothing is heard twice.
 * Pure.
 */
final class Stretches {

    /** No pause farther away is looked for, nor farther than a quarter of a stretch. */
    private static final int FARTHEST_PAUSE = 10 * Sound.RATE;

    private static final int FARTHEST_QUIET = 3 * Sound.RATE;
    private static final int SHARE = 4;

    private Stretches() {}

    /**
     * One of the stretches.
     *
     * @param samples of the recording
     * @param speech where somebody may speak in it
     * @param number 1 for the first
     * @param of how many there are
     */
    static Span of(int samples, Loudness loudness, List<Span> speech, int number, int of) {
        return new Span(cut(samples, speech, loudness, number - 1, of), cut(samples, speech, loudness, number, of));
    }

    private static int cut(int samples, List<Span> speech, Loudness loudness, int number, int of) {
        if (number == 0 || number == of) {
            return number == 0 ? 0 : samples;
        }
        int even = (int) ((long) samples * number / of);
        int stretch = samples / of;
        int paused = nearestPause(even, speech, samples);
        if (Math.abs(paused - even) <= Math.min(FARTHEST_PAUSE, stretch / SHARE)) {
            return paused;
        }
        int quiet = Math.min(FARTHEST_QUIET, stretch / SHARE);
        return loudness.quietest(even - quiet, even + quiet);
    }

    private static int nearestPause(int even, List<Span> speech, int samples) {
        int best = Integer.MAX_VALUE / 2;
        int before = 0;
        for (Span span : speech) {
            best = nearer(best, before, span.from(), even);
            before = span.to();
        }
        return nearer(best, before, samples, even);
    }

    private static int nearer(int best, int from, int to, int even) {
        int within = Math.clamp(even, from, Math.max(from, to));
        return Math.abs(within - even) < Math.abs(best - even) ? within : best;
    }

    /** What of some spans lies in a stretch. */
    static List<Span> within(List<Span> spans, Span stretch) {
        return spans.stream()
                .map(span -> new Span(Math.max(span.from(), stretch.from()), Math.min(span.to(), stretch.to())))
                .filter(span -> span.length() > 0)
                .toList();
    }
}
