/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogMelTest {

    private static final double ALLOWED = 1e-4;

    private final LogMel front = new LogMel();

    @Test
    void it_agrees_with_the_definition_on_noise_and_tones() {
        float[] sound = sound(24_321, new Random(1));

        assertAgrees(sound, 0, 160);
    }

    @Test
    void it_agrees_with_the_definition_at_both_ends_of_a_full_window() {
        float[] sound = sound(LogMel.MAX_SAMPLES, new Random(2));

        assertAgrees(sound, 0, 4);
        assertAgrees(sound, 1_498, 1_502);
        assertAgrees(sound, LogMel.FRAMES - 4, LogMel.FRAMES);
    }

    @Test
    void a_sound_shorter_than_half_a_window_agrees_too() {
        assertAgrees(sound(150, new Random(3)), 0, 5);
    }

    @Test
    void silence_is_one_level_everywhere() {
        float[] picture = front.of(new float[16_000]);

        assertThat(picture).hasSize(LogMel.MELS * LogMel.FRAMES).containsOnly(-1.5f);
    }

    @Test
    void nothing_is_more_than_two_below_the_loudest() {
        float[] picture = front.of(sound(8_000, new Random(4)));

        float loudest = Float.NEGATIVE_INFINITY;
        float quietest = Float.POSITIVE_INFINITY;
        for (float value : picture) {
            loudest = Math.max(loudest, value);
            quietest = Math.min(quietest, value);
        }
        assertThat(loudest - quietest).isCloseTo(2, within(1e-6f));
    }

    @Test
    void more_than_thirty_seconds_are_refused() {
        assertThatThrownBy(() -> front.of(new float[LogMel.MAX_SAMPLES + 1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("480000");
    }

    /** Entries of the filters that Whisper was published with. */
    @Test
    void its_filters_are_the_published_ones() {
        MelFilters filters = new MelFilters(LogMel.MELS, LogMel.BINS, LogMel.SAMPLING_RATE);

        assertThat(filters.weight(0, 1)).isCloseTo(0.024862593984176087, within(1e-15));
        assertThat(filters.weight(1, 2)).isCloseTo(0.022871772096078016, within(1e-15));
        assertThat(filters.weight(33, 33)).isCloseTo(0.018177473406255303, within(1e-15));
        assertThat(filters.weight(79, 190)).isCloseTo(0.0022320550527126443, within(1e-15));
        assertThat(filters.weight(79, 199)).isCloseTo(0.0004487590275890477, within(1e-15));
        double sum = 0;
        for (int mel = 0; mel < LogMel.MELS; mel++) {
            for (int bin = 0; bin < LogMel.BINS; bin++) {
                sum += filters.weight(mel, bin);
            }
        }
        assertThat(sum).isCloseTo(1.999024102917858, within(1e-9));
    }

    private void assertAgrees(float[] sound, int from, int to) {
        float[] picture = front.of(sound);
        double[][] logarithms = new double[to][];
        double loudest = Double.NEGATIVE_INFINITY;
        for (int frame = from; frame < to; frame++) {
            logarithms[frame] = LogMelDefinition.logarithms(sound, frame);
        }
        // The loudest place may lie elsewhere: it is where the picture has it.
        for (float value : picture) {
            loudest = Math.max(loudest, value * 4.0 - 4);
        }
        for (int frame = from; frame < to; frame++) {
            for (int mel = 0; mel < LogMel.MELS; mel++) {
                double right = (Math.max(logarithms[frame][mel], loudest - 8) + 4) / 4;
                assertThat((double) picture[mel * LogMel.FRAMES + frame])
                        .as("mel %s of frame %s", mel, frame)
                        .isCloseTo(right, within(ALLOWED));
            }
        }
    }

    private static float[] sound(int samples, Random random) {
        float[] sound = new float[samples];
        for (int i = 0; i < samples; i++) {
            double seconds = i / 16_000.0;
            double sweep = 0.4 * Math.sin(2 * Math.PI * (120 + 1_500 * seconds % 5_000) * seconds);
            sound[i] = (float) (sweep + 0.05 * random.nextGaussian() * (0.2 + Math.abs(Math.sin(3 * seconds))));
        }
        return sound;
    }
}
