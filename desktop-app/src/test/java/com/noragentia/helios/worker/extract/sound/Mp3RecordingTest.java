/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Mp3RecordingTest {

    private static final double SHARE_WITHIN_ONE = 0.95;
    /** At 8 kbit/s and 24 kHz. */
    private static final int LEAST_FRAME_BYTES = 24;
    /** Of two channels. */
    private static final int FRAME_SAMPLES = 2 * 576;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "stereo-44k-vbr-id3, 44100, 2",
        "stereo-48k, 48000, 2",
        "stereo-32k, 32000, 2",
        "stereo-24k-joint, 24000, 2",
        "stereo-22k-joint, 22050, 2",
        "mono-16k, 16000, 1",
        "mono-12k, 12000, 1",
        "mono-11k, 11025, 1",
        "mono-8k, 8000, 1"
    })
    void it_hears_what_another_decoder_hears(String name, int rate, int channels) throws IOException {
        Frames heard = new Frames();

        boolean breaksOff = Mp3Recording.play(file(name + ".mp3"), heard);

        assertThat(breaksOff).isFalse();
        assertThat(heard.rate).isEqualTo(rate);
        assertThat(heard.channels).isEqualTo(channels);
        assertThat(shareWithinOne(heard, name)).isGreaterThanOrEqualTo(SHARE_WITHIN_ONE);
    }

    private static double shareWithinOne(Frames heard, String name) throws IOException {
        short[] expected = reference(name);
        assertThat(heard.samples).hasSize(expected.length);
        int within = 0;
        for (int i = 0; i < expected.length; i++) {
            within += Math.abs(heard.samples[i] * 32_768 - expected[i]) <= 1 ? 1 : 0;
        }
        return (double) within / expected.length;
    }

    @Test
    void a_file_that_breaks_off_is_heard_as_far_as_it_goes() throws IOException {
        byte[] whole = Files.readAllBytes(file("stereo-48k.mp3"));
        Frames heard = new Frames();

        boolean breaksOff =
                Mp3Recording.play(Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2)), heard);

        assertThat(breaksOff).isTrue();
        assertThat(heard.samples.length).isBetween(48_000 * 2 / 5, 48_000 * 2 / 3);
    }

    /** Not every encoder writes a first frame that says how much there is. */
    @ParameterizedTest
    @ValueSource(strings = {"stereo-48k", "stereo-24k-joint", "mono-16k", "mono-8k"})
    void a_file_that_does_not_say_how_long_it_is_breaks_off_within_its_last_frame(String name) throws IOException {
        byte[] silent = Files.readAllBytes(file(name + ".mp3"));
        String text = new String(silent, StandardCharsets.ISO_8859_1);
        int mark = Math.max(text.indexOf("Xing"), text.indexOf("Info"));
        if (mark >= 0) {
            Arrays.fill(silent, mark, mark + 4, (byte) 0);
        }

        assertThat(breaksOff(silent)).isFalse();
        assertThat(breaksOff(Arrays.copyOf(silent, silent.length / 2 + 7))).isTrue();
        assertThat(breaksOff(Arrays.copyOf(silent, silent.length - 1))).isTrue();
    }

    private boolean breaksOff(byte[] mp3) throws IOException {
        return Mp3Recording.play(Files.write(folder.resolve("b"), mp3), new Frames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mono-16k", "stereo-44k-vbr-id3", "mono-8k"})
    void a_file_that_goes_on_at_another_rate_or_in_other_channels_breaks_off_there(String other) throws IOException {
        Frames heard = new Frames();

        boolean breaksOff = Mp3Recording.play(joined("stereo-48k", other), heard);

        assertThat(breaksOff).isTrue();
        assertThat(heard.samples.length)
                .isBetween(reference("stereo-48k").length * 9 / 10, reference("stereo-48k").length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stereo-48k", "stereo-44k-vbr-id3", "mono-16k"})
    void all_of_joined_files_of_one_form_is_heard(String name) throws IOException {
        Frames heard = new Frames();

        boolean breaksOff = Mp3Recording.play(joined(name, name), heard);

        assertThat(breaksOff).isFalse();
        assertThat(heard.samples.length).isGreaterThanOrEqualTo(2 * reference(name).length);
    }

    private Path joined(String first, String second) throws IOException {
        byte[] one = Files.readAllBytes(file(first + ".mp3"));
        byte[] two = Files.readAllBytes(file(second + ".mp3"));
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return Files.write(folder.resolve("joined"), both);
    }

    @Test
    void titles_at_the_end_do_not_look_like_a_frame_that_is_cut() throws IOException {
        byte[] whole = Files.readAllBytes(file("stereo-48k.mp3"));
        byte[] titled = Arrays.copyOf(whole, whole.length + 128);
        System.arraycopy("TAG".getBytes(StandardCharsets.US_ASCII), 0, titled, whole.length, 3);
        byte[] noted = Arrays.copyOf(whole, whole.length + 64);
        System.arraycopy("APETAGEX".getBytes(StandardCharsets.US_ASCII), 0, noted, whole.length, 8);

        assertThat(breaksOff(titled)).isFalse();
        assertThat(breaksOff(noted)).isFalse();
    }

    @Test
    void damage_in_the_middle_costs_the_frames_that_are_damaged() throws IOException {
        byte[] damaged = Files.readAllBytes(file("stereo-48k.mp3"));
        Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 500, (byte) 0x55);
        Frames heard = new Frames();

        Mp3Recording.play(Files.write(folder.resolve("damaged"), damaged), heard);

        assertThat(heard.samples.length).isGreaterThan(reference("stereo-48k").length * 3 / 4);
    }

    @Test
    void what_holds_no_frame_is_no_recording() throws IOException {
        byte[] tagOnly = Arrays.copyOf(new byte[] {'I', 'D', '3', '4', 0, 0, 0x7F, 0x7F, 0x7F, 0x7F}, 2_000);
        Path tag = Files.write(folder.resolve("tag"), tagOnly);

        assertThatIOException().isThrownBy(() -> Mp3Recording.play(tag, new Frames()));
    }

    /** It may hold frames by chance. */
    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    @Timeout(20)
    void noise_soon_ends_and_is_heard_no_longer_than_a_recording_of_its_bytes(long seed) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        byte[] noise = new byte[1_000_000];
        random.nextBytes(noise);
        Path file = Files.write(folder.resolve("noise"), noise);
        Frames heard = new Frames();

        Throwable end = catchThrowable(() -> Mp3Recording.play(file, heard));

        if (end != null) {
            assertThat(end).isInstanceOfAny(IOException.class, RuntimeException.class);
        }
        assertThat(heard.samples.length).isLessThan(noise.length / LEAST_FRAME_BYTES * FRAME_SAMPLES);
    }

    private Path file(String name) throws IOException {
        try (InputStream in = resource(name)) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    private static short[] reference(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(resource(name + ".s16.gz"))) {
            ShortBuffer samples = ByteBuffer.wrap(in.readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer();
            short[] all = new short[samples.remaining()];
            samples.get(all);
            return all;
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Mp3RecordingTest.class.getResourceAsStream(name), name);
    }

    /** Keeps what a decoder gives. */
    static final class Frames implements FrameSink {

        private int rate;
        private int channels;
        private float[] samples = new float[0];

        @Override
        public void begin(int rate, int channels) {
            this.rate = rate;
            this.channels = channels;
        }

        @Override
        public void take(float[] interleaved, int frames) {
            int from = samples.length;
            samples = Arrays.copyOf(samples, from + frames * channels);
            System.arraycopy(interleaved, 0, samples, from, frames * channels);
        }

        @Override
        public void end() {}
    }
}
