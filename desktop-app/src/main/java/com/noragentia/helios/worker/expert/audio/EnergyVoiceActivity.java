/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import com.noragentia.helios.worker.extract.sound.Sound;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes for speech what is clearly louder than its surroundings for long enough, and no tone. Honest limits: it does not tell a voice from a dog, a
 * door or music with more to it than notes, and misses whispers in noise; it finds the pauses in which a recording may be cut, and spares the model
 * what is certainly none. Immutable.
 */
final class EnergyVoiceActivity implements VoiceActivity {

    /** Above the floor. */
    private static final float CLEARLY_DECIBELS = 8;
    /** Nobody is understood who is quieter. */
    private static final float LEAST_LEVEL = -60;

    /** A tap, not a syllable. */
    private static final int SHORTEST_STEPS = 4;
    /** Shorter gaps belong to a sentence. */
    private static final int PAUSE_STEPS = 15;

    /** Words begin and end more quietly than they are. */
    private static final int AROUND = Sound.RATE / 5;

    @Override
    public List<Span> speech(short[] samples) {
        boolean[] loud = loud(samples);
        ToneCutter tones = new ToneCutter(samples);
        List<Span> spans = new ArrayList<>();
        int begun = -1;
        int quiet = 0;
        for (int step = 0; step <= loud.length; step++) {
            if (step < loud.length && loud[step]) {
                begun = begun < 0 ? step : begun;
                quiet = 0;
            } else if (begun >= 0 && (++quiet >= PAUSE_STEPS || step == loud.length)) {
                for (Span voice : tones.voices(new Span(begun, step + 1 - quiet))) {
                    if (count(loud, voice) >= SHORTEST_STEPS) {
                        add(spans, voice, samples.length);
                    }
                }
                begun = -1;
                quiet = 0;
            }
        }
        return List.copyOf(spans);
    }

    private static boolean[] loud(short[] samples) {
        Loudness loudness = Loudness.of(samples);
        float[] floor = NoiseFloor.of(loudness);
        boolean[] loud = new boolean[loudness.steps()];
        for (int step = 0; step < loud.length; step++) {
            loud[step] = loudness.level(step) >= Math.max(LEAST_LEVEL, floor[step] + CLEARLY_DECIBELS);
        }
        return loud;
    }

    private static int count(boolean[] loud, Span steps) {
        int count = 0;
        for (int step = steps.from(); step < steps.to(); step++) {
            count += loud[step] ? 1 : 0;
        }
        return count;
    }

    /** With its surroundings, but not with those of the one before. */
    private static void add(List<Span> spans, Span steps, int samples) {
        int from = Math.max(0, steps.from() * Loudness.STEP - AROUND);
        int to = Math.min(samples, steps.to() * Loudness.STEP + AROUND);
        if (!spans.isEmpty() && spans.getLast().to() > from) {
            Span before = spans.removeLast();
            int between = (before.to() + from) / 2;
            spans.add(new Span(before.from(), between));
            from = between;
        }
        spans.add(new Span(from, to));
    }
}
