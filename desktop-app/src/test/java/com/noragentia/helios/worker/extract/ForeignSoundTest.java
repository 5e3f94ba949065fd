/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.worker.extract.sound.Sound;
import com.noragentia.helios.worker.extract.sound.Wavs;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Recordings through the child process: what it hears is what was played. Hostile ones: {@link HostileFileTest}. */
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
}
