/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Clips one after the other as a WAV; each recording with its own pauses, tempo, loudness and noise, so that none comes twice. Pure. */
final class SpokenRecording {

    /** Samples a second of the clips. */
    static final int RATE = SoundForm.PLAIN.rate();

    private static final double LEAST_EDGE_SECONDS = 0.2;
    private static final double MOST_EDGE_SECONDS = 1.0;
    /** Long enough for a listener that cuts recordings where nobody speaks: small ones hear a sentence better than several. */
    private static final double LEAST_PAUSE_SECONDS = 1.5;

    private static final double MOST_PAUSE_SECONDS = 2.4;
    private static final double SLOWEST = 0.97;
    private static final double FASTEST = 1.03;
    /** Of the loudest sample, below what a file can hold. */
    private static final double QUIETEST_DECIBELS = -16;

    private static final double LOUDEST_DECIBELS = -1;
    /** Of a clip, below the loudest one. */
    private static final double SOFTEST_CLIP_DECIBELS = -3;
    /** Of the noise, below the loudest sample; speech lies some 15 below it. */
    private static final double LEAST_NOISE_DECIBELS = -56;

    private static final double MOST_NOISE_DECIBELS = -44;

    private final SoundForm form;
    private final RandomGenerator random;
    private final List<float[]> pieces = new ArrayList<>();

    private SpokenRecording(SoundForm form, RandomGenerator random) {
        this.form = form;
        this.random = random;
    }

    /** @param clips sounds of {@link #RATE}, −1..1; at least one, and none silent */
    static byte[] of(List<float[]> clips, SoundForm form, RandomGenerator random) {
        SpokenRecording recording = new SpokenRecording(form, random);
        double tempo = random.nextDouble(SLOWEST, FASTEST);
        recording.rest(LEAST_EDGE_SECONDS, MOST_EDGE_SECONDS);
        for (int i = 0; i < clips.size(); i++) {
            if (i > 0) {
                recording.rest(LEAST_PAUSE_SECONDS, MOST_PAUSE_SECONDS);
            }
            recording.play(clips.get(i), tempo);
        }
        recording.rest(LEAST_EDGE_SECONDS, MOST_EDGE_SECONDS);
        return recording.wav();
    }

    private void rest(double least, double most) {
        pieces.add(new float[(int) (form.rate() * random.nextDouble(least, most))]);
    }

    /** Faster or slower, as a tape is; as loud as the others, or a little less. */
    private void play(float[] clip, double tempo) {
        double loudness = share(random.nextDouble(SOFTEST_CLIP_DECIBELS, 0)) / peak(clip);
        double step = tempo * RATE / form.rate();
        float[] played = new float[(int) ((clip.length - 1) / step)];
        for (int i = 0; i < played.length; i++) {
            double place = i * step;
            int before = (int) place;
            double between = clip[before] + (clip[before + 1] - clip[before]) * (place - before);
            played[i] = (float) (between * loudness);
        }
        pieces.add(played);
    }

    private static double peak(float[] sound) {
        double peak = 0;
        for (float sample : sound) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    private static double share(double decibels) {
        return Math.pow(10, decibels / 20);
    }

    private byte[] wav() {
        double noise = share(random.nextDouble(LEAST_NOISE_DECIBELS, MOST_NOISE_DECIBELS));
        double loudness = share(random.nextDouble(QUIETEST_DECIBELS, LOUDEST_DECIBELS)) / (1 + noise) * Short.MAX_VALUE;
        int samples = pieces.stream().mapToInt(piece -> piece.length).sum();
        // A number for each sample: chance that nobody foresees decides where they begin, as it takes long to ask for
        // so many.
        RandomGenerator hiss = new SplittableRandom(random.nextLong());
        ByteBuffer sound = ByteBuffer.allocate(samples * form.bytesPerFrame()).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] piece : pieces) {
            for (float sample : piece) {
                for (int channel = 0; channel < form.channels(); channel++) { // each microphone has a hiss of its own
                    sound.putShort((short) Math.round((sample + hiss.nextDouble(-noise, noise)) * loudness));
                }
            }
        }
        return file(sound.array(), samples);
    }

    private byte[] file(byte[] sound, int samples) {
        AudioFormat format = new AudioFormat(form.rate(), Short.SIZE, form.channels(), true, false);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (AudioInputStream stream = new AudioInputStream(new ByteArrayInputStream(sound), format, samples)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
