/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResamplerTest {

    private static final int SECONDS = 1;
    /** What the edges of a recording change. */
    private static final int EDGE = 200;

    @ParameterizedTest
    @CsvSource({
        "48000, 300",
        "48000, 1000",
        "48000, 6800",
        "44100, 300",
        "44100, 3333",
        "44100, 6800",
        "32000, 5000",
        "22050, 6000",
        "11025, 4500",
        "8000, 3300",
        "47999, 3000"
    })
    void a_tone_in_band_comes_through_with_more_than_80_db(int rate, double hertz) throws IOException {
        float[] out = resampled(rate, tone(rate, hertz), 1_000);

        assertThat(noiseBelow(out, hertz)).isGreaterThan(80);
    }

    @ParameterizedTest
    @CsvSource({"48000, 9000", "48000, 15000", "44100, 8700", "44100, 20000", "32000, 12000"})
    void a_tone_that_the_new_rate_cannot_hold_is_80_db_down(int rate, double hertz) throws IOException {
        float[] out = resampled(rate, tone(rate, hertz), 1_000);

        assertThat(level(Arrays.copyOfRange(out, EDGE, out.length - EDGE))).isLessThan(-80);
    }

    @ParameterizedTest
    @CsvSource({"48000", "44100", "16000", "8000", "11025"})
    void a_second_stays_a_second(int rate) throws IOException {
        assertThat(resampled(rate, new float[rate], 777)).hasSize(Sound.RATE);
    }

    @Test
    void the_cuts_between_pieces_leave_no_trace() throws IOException {
        float[] tone = tone(44_100, 440);

        float[] whole = resampled(44_100, tone, tone.length);

        for (int piece : new int[] {1, 7, 576, 1_152, 40_000}) {
            assertThat(resampled(44_100, tone, piece)).isEqualTo(whole);
        }
    }

    @Test
    void a_constant_stays_what_it_is() throws IOException {
        float[] level = new float[48_000];
        Arrays.fill(level, 0.5f);

        float[] out = resampled(48_000, level, 1_000);

        assertThat(out[Sound.RATE / 2]).isCloseTo(0.5f, within(1e-5f));
    }

    @Test
    void nothing_becomes_nothing() throws IOException {
        assertThat(resampled(44_100, new float[0], 1)).isEmpty();
    }

    private static float[] resampled(int rate, float[] samples, int piece) throws IOException {
        Collected out = new Collected();
        Resampler resampler = new Resampler(rate, Sound.RATE, out);
        for (int at = 0; at < samples.length; at += piece) {
            int count = Math.min(piece, samples.length - at);
            resampler.take(Arrays.copyOfRange(samples, at, at + count), count);
        }
        resampler.end();
        return out.samples();
    }

    private static float[] tone(int rate, double hertz) {
        float[] samples = new float[rate * SECONDS];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.9 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return samples;
    }

    /** How far what is not the tone, whatever its phase and level, lies below it, in decibels. */
    private static double noiseBelow(float[] samples, double hertz) {
        double sine = 0;
        double cosine = 0;
        int count = samples.length - 2 * EDGE;
        double[][] normal = new double[2][2];
        for (int i = EDGE; i < samples.length - EDGE; i++) {
            double s = Math.sin(2 * Math.PI * hertz * i / Sound.RATE);
            double c = Math.cos(2 * Math.PI * hertz * i / Sound.RATE);
            sine += samples[i] * s;
            cosine += samples[i] * c;
            normal[0][0] += s * s;
            normal[0][1] += s * c;
            normal[1][1] += c * c;
        }
        double determinant = normal[0][0] * normal[1][1] - normal[0][1] * normal[0][1];
        double a = (sine * normal[1][1] - cosine * normal[0][1]) / determinant;
        double b = (cosine * normal[0][0] - sine * normal[0][1]) / determinant;
        double noise = 0;
        for (int i = EDGE; i < samples.length - EDGE; i++) {
            double phase = 2 * Math.PI * hertz * i / Sound.RATE;
            double left = samples[i] - a * Math.sin(phase) - b * Math.cos(phase);
            noise += left * left;
        }
        assertThat(Math.hypot(a, b)).isCloseTo(0.9, within(0.001));
        return 10 * Math.log10((a * a + b * b) / 2 / (noise / count));
    }

    private static double level(float[] samples) {
        double power = 0;
        for (float sample : samples) {
            power += (double) sample * sample;
        }
        return 10 * Math.log10(power / samples.length / 0.5);
    }
}
