/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import com.noragentia.helios.worker.extract.sound.Sound;
import java.util.Arrays;
import java.util.Random;

/** Sounds to try things on, made piece by piece. */
final class Played {

    private final Random random = new Random(7);
    private short[] samples = {};

    private void add(short[] more) {
        int end = samples.length;
        samples = Arrays.copyOf(samples, end + more.length);
        System.arraycopy(more, 0, samples, end, more.length);
    }

    private static int count(double seconds) {
        return (int) Math.round(seconds * Sound.RATE);
    }

    Played silence(double seconds) {
        add(new short[count(seconds)]);
        return this;
    }

    /** @param level of full scale */
    Played noise(double seconds, double level) {
        short[] noise = new short[count(seconds)];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) Math.clamp(Math.round(random.nextGaussian() * level * 32_767), -32_767, 32_767);
        }
        add(noise);
        return this;
    }

    Played tone(double seconds, double hertz, double level) {
        short[] tone = new short[count(seconds)];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) Math.round(level * 32_767 * Math.sin(2 * Math.PI * hertz * i / Sound.RATE));
        }
        add(tone);
        return this;
    }

    /** Three notes, held. */
    Played chord(double seconds, double level) {
        short[] chord = new short[count(seconds)];
        for (int i = 0; i < chord.length; i++) {
            double time = 2 * Math.PI * i / Sound.RATE;
            double sum = Math.sin(220 * time) + Math.sin(277.2 * time) + Math.sin(329.6 * time);
            chord[i] = (short) Math.round(level * 32_767 * sum / 3);
        }
        add(chord);
        return this;
    }

    /** @param sound -1 to 1 */
    Played recording(float[] sound) {
        short[] recording = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            recording[i] = (short) (sound[i] * 32_767);
        }
        add(recording);
        return this;
    }

    /** As loud as speech and as uneven: 160 ms of sound, 80 ms of little. */
    Played speech(double seconds) {
        double left = seconds;
        while (left > 0.001) {
            double syllable = Math.min(0.16, left);
            noise(syllable, 0.1);
            left -= syllable;
            double gap = Math.min(0.08, left);
            noise(gap, 0.004);
            left -= gap;
        }
        return this;
    }

    short[] samples() {
        return samples.clone();
    }
}
