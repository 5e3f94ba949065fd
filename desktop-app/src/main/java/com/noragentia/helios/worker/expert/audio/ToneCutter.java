/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import java.util.ArrayList;
import java.util.List;

/** Cuts tones out of what is loud: held notes and chords, also where a voice follows or goes before without a pause. Not thread-safe. */
final class ToneCutter {

    /** Of speech less than half keeps still, of notes and chords more than four fifths (measured on the samples and on made sounds). */
    private static final double TONE_SHARE = 0.7;

    /** Half a second before and after a step tells whether it is of a tone. */
    private static final int STEPS_AROUND = 25;
    /** A second: no vowel is held so long where somebody speaks. */
    private static final int LONG_STEPS = 50;

    private final Steadiness steadiness = new Steadiness();
    private final short[] samples;

    ToneCutter(short[] samples) {
        this.samples = samples;
    }

    /** What is left of a stretch without its tones, both in steps. */
    List<Span> voices(Span loud) {
        boolean[] still = steadiness.still(
                samples, new Span(loud.from() * Loudness.STEP, Math.min(samples.length, loud.to() * Loudness.STEP)));
        int[] before = new int[still.length + 1];
        for (int i = 0; i < still.length; i++) {
            before[i + 1] = before[i] + (still[i] ? 1 : 0);
        }
        List<Span> voices = new ArrayList<>();
        int voice = 0;
        int tone = 0;
        for (int i = 0; i <= still.length; i++) {
            int from = Math.max(0, i - STEPS_AROUND);
            int to = Math.min(still.length, i + STEPS_AROUND);
            if (i < still.length && isTone(before, from, to)) {
                continue;
            }
            if (i - tone >= LONG_STEPS) {
                add(voices, before, loud, voice, tone);
                voice = i;
            }
            tone = i + 1;
        }
        add(voices, before, loud, voice, still.length);
        return voices;
    }

    private static boolean isTone(int[] before, int from, int to) {
        return to > from && before[to] - before[from] >= TONE_SHARE * (to - from);
    }

    /** The last piece goes on to the end, of which nothing is known: it is too short to tell. */
    private static void add(List<Span> voices, int[] before, Span loud, int from, int to) {
        boolean isEmpty = from == to && before.length > 1;
        if (!isEmpty && !isTone(before, from, to)) {
            voices.add(new Span(loud.from() + from, to == before.length - 1 ? loud.to() : loud.from() + to));
        }
    }
}
