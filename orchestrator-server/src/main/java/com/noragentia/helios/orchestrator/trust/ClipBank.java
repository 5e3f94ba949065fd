/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Spoken sentences that recordings are put together of; they come inside the program, made by {@code assets/canaries/clips.py}. Immutable. */
final class ClipBank {

    private static final String INDEX = "clips.json";
    private static final String SOUND = "clips.wav";
    private static final long MOST_INDEX_BYTES = 1_000_000;

    private final List<Clip> clips;
    private final short[] samples;

    private ClipBank(List<Clip> clips, short[] samples) {
        this.clips = List.copyOf(clips);
        this.samples = samples;
    }

    /**
     * One sentence.
     *
     * @param text as a listener writes it down
     * @param from its first sample in the bank
     * @param length its samples
     */
    record Clip(Language language, String text, int from, int length) {}

    private record Index(List<Clip> clips) {}

    static ClipBank load() {
        try (InputStream index = ClipBank.class.getResourceAsStream(INDEX);
                InputStream sound = ClipBank.class.getResourceAsStream(SOUND)) {
            if (index == null || sound == null) {
                throw new IllegalStateException("the program was built without " + INDEX + " and " + SOUND);
            }
            return of(index.readAllBytes(), sound.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the program was built with broken " + INDEX + " or " + SOUND, e);
        }
    }

    /**
     * @param index which clip is where
     * @param sound a WAV of {@link SpokenRecording#RATE}, one channel
     * @throws IOException if one of them is none, or the index speaks of more than there is
     */
    static ClipBank of(byte[] index, byte[] sound) throws IOException {
        List<Clip> clips =
                JsonCodec.decode(index, Index.class, MOST_INDEX_BYTES).clips();
        short[] samples = samples(sound);
        for (Clip clip : clips) {
            within(samples.length, clip);
        }
        return new ClipBank(clips, samples);
    }

    private static void within(int samples, Clip clip) throws IOException {
        try {
            Objects.checkFromIndexSize(clip.from(), clip.length(), samples);
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("a clip is not in the bank: " + clip.text(), e);
        }
    }

    private static short[] samples(byte[] sound) throws IOException {
        AudioFormat plain = new AudioFormat(SpokenRecording.RATE, Short.SIZE, 1, true, false);
        try (AudioInputStream packed = AudioSystem.getAudioInputStream(new ByteArrayInputStream(sound));
                AudioInputStream open = AudioSystem.getAudioInputStream(plain, packed)) {
            byte[] bytes = open.readAllBytes();
            short[] samples = new short[bytes.length / Short.BYTES];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            return samples;
        } catch (UnsupportedAudioFileException | IllegalArgumentException e) {
            throw new IOException("the clips are no such WAV", e);
        }
    }

    /** All of a language. */
    List<Clip> in(Language language) {
        return clips.stream().filter(clip -> clip.language() == language).toList();
    }

    /** What is heard in a clip: {@link SpokenRecording#RATE}, one channel. */
    float[] sound(Clip clip) {
        float[] sound = new float[clip.length()];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (float) samples[clip.from() + i] / -Short.MIN_VALUE;
        }
        return sound;
    }
}
