/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.worker.extract.sound.Sound;
import com.noragentia.helios.worker.extract.sound.Wavs;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Recordings through the child process: what it hears is what was played, and a hostile one gets its problem and harms nobody. */
final class ForeignSoundTest extends ForeignFileFixture {

    @Test
    void every_sample_comes_out_as_it_was_recorded() throws Exception {
        float[] ramp = new float[Sound.RATE];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i % 2_000 / 2_000f - 0.5f;
        }

        Sound heard = extractor.sound(write(Wavs.mono(Sound.RATE, ramp)), FileType.WAV, "a.wav");

        assertThat(heard.seconds()).isEqualTo(1.0);
        for (int i = 0; i < ramp.length; i++) {
            assertThat((float) heard.samples()[i]).isCloseTo(ramp[i] * 32_768, within(2f));
        }
    }

    @Test
    void an_mp3_is_heard() throws Exception {
        try (InputStream in = Objects.requireNonNull(Sound.class.getResourceAsStream("stereo-44k-vbr-id3.mp3"))) {
            Sound heard = extractor.sound(write(in.readAllBytes()), FileType.MP3, "a.mp3");

            assertThat(heard.seconds()).isCloseTo(0.6, within(0.001));
        }
    }

    @Test
    void half_an_hour_is_heard_in_time() throws Exception {
        byte[] wav = Wavs.mono(8_000, new float[8_000 * Limit.AUDIO_SECONDS.intValue() / 3]);

        assertThat(extractor.sound(write(wav), FileType.WAV, "a.wav").seconds()).isEqualTo(600.0);
    }

    @ParameterizedTest
    @EnumSource
    void a_hostile_recording_gets_its_problem_and_the_next_is_served(Hostile hostile) throws Exception {
        Path file = write(hostile.recipe.make());

        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> extractor.sound(file, hostile.type, "mine.wav"));

        assertThat(problem).as("a problem").isNotNull();
        assertThat(problem.problem().code()).isEqualTo(hostile.code);
        assertThat(problem.problem().values()).containsEntry("file", "mine.wav");
        assertThat(problem.getMessage()).doesNotContain("mine.wav");
        assertThat(extractor
                        .sound(write(Wavs.mono(Sound.RATE, new float[80])), FileType.WAV, "good.wav")
                        .samples())
                .hasSize(80);
    }

    enum Hostile {
        NO_BYTES(FileType.MP3, ProblemCode.ATTACHMENT_EMPTY, () -> new byte[0]),
        WAV_NAMED_MP3(FileType.MP3, ProblemCode.FILE_TYPE_MISMATCH, () -> Wavs.mono(8_000, new float[10])),
        PICTURE(FileType.PNG, ProblemCode.FILE_TYPE_UNSUPPORTED, () -> new byte[] {(byte) 0x89, 'P', 'N', 'G'}),
        NO_SOUND(FileType.WAV, ProblemCode.FILE_UNREADABLE, () -> Wavs.mono(8_000, new float[0])),
        HALF_A_HEADER(
                FileType.WAV, ProblemCode.FILE_UNREADABLE, () -> Arrays.copyOf(Wavs.mono(8_000, new float[10]), 30)),
        AN_HOUR(FileType.WAV, ProblemCode.RECORDING_TOO_LONG, () -> Wavs.mono(8_000, new float[8_000 * 1_801])),
        /** A header of an hour before the sound of a second: what counts is what is there. */
        LENGTH_THAT_LIES(FileType.WAV, ProblemCode.FILE_UNREADABLE, () -> {
            byte[] wav = Wavs.mono(8_000, new float[0]);
            ByteBuffer.wrap(wav).putInt(40, 0xFFFFFF7F);
            return wav;
        }),
        NOISE_AFTER_MP3_MARK(FileType.MP3, ProblemCode.FILE_UNREADABLE, () -> {
            byte[] noise = new byte[20 * 1024 * 1024];
            RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom")
                    .create(7)
                    .nextBytes(noise);
            for (int i = 0; i < noise.length; i += 2_000) {
                noise[i] = (byte) 0xFF;
                noise[i + 1] = (byte) 0xFB;
            }
            return noise;
        }),
        NOTHING_BUT_TITLES(FileType.MP3, ProblemCode.FILE_UNREADABLE, () -> {
            byte[] tag = new byte[5 * 1024 * 1024];
            System.arraycopy(new byte[] {'I', 'D', '3', 4, 0, 0, 2, 0, 0, 0}, 0, tag, 0, 10);
            return tag;
        });

        private final FileType type;
        private final ProblemCode code;
        private final Recipe recipe;

        Hostile(FileType type, ProblemCode code, Recipe recipe) {
            this.type = type;
            this.code = code;
            this.recipe = recipe;
        }
    }
}
