/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.seeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.extract.picture.Picture;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of another size, against values worked out by hand. */
final class ScalingTest {

    private static Picture greys(int... values) {
        return new Picture(
                values.length, 1, Arrays.stream(values).map(v -> v * 0x010101).toArray());
    }

    private static int[] scaled(Picture picture, int width, Resampling resampling) throws InterruptedException {
        return Arrays.stream(Scaling.scale(picture, width, 1, resampling).rgb())
                .map(rgb -> rgb & 0xFF)
                .toArray();
    }

    /** Halving: (3·0 + 3·85 + 170) / 7, and so on. */
    @Test
    void a_smaller_picture_is_made_of_all_that_its_pixels_stand_for() throws Exception {
        Picture row = greys(0, 85, 170, 255);

        assertThat(scaled(row, 2, Resampling.BILINEAR)).containsExactly(61, 194);
        assertThat(scaled(row, 2, Resampling.BOX)).containsExactly(43, 213);
        assertThat(scaled(row, 2, Resampling.NEAREST)).containsExactly(85, 255);
        assertThat(scaled(row, 1, Resampling.BOX)).containsExactly(128);
    }

    @Test
    void a_larger_picture_goes_evenly_from_pixel_to_pixel() throws Exception {
        assertThat(scaled(greys(0, 100), 4, Resampling.BILINEAR)).containsExactly(0, 25, 75, 100);
        assertThat(scaled(greys(0, 100), 4, Resampling.NEAREST)).containsExactly(0, 0, 100, 100);
    }

    @ParameterizedTest
    @EnumSource(Resampling.class)
    void one_colour_stays_itself_at_any_size(Resampling resampling) throws Exception {
        int[] pixels = new int[37 * 23];
        Arrays.fill(pixels, 0x123456);
        Picture even = new Picture(37, 23, pixels);

        for (int[] size : new int[][] {{5, 3}, {37, 23}, {1, 1}, {80, 90}, {3, 200}}) {
            Picture scaled = Scaling.scale(even, size[0], size[1], resampling);

            assertThat(scaled.width()).isEqualTo(size[0]);
            assertThat(scaled.rgb()).hasSize(size[0] * size[1]).containsOnly(0x123456);
        }
    }

    @ParameterizedTest
    @EnumSource(Resampling.class)
    void what_was_mirrored_comes_out_mirrored(Resampling resampling) throws Exception {
        int[] values = {3, 200, 17, 90, 255, 0, 42, 128};
        int[] mirrored = IntStream.range(0, values.length)
                .map(i -> values[values.length - 1 - i])
                .toArray();
        int[] there = scaled(greys(values), 3, resampling);
        int[] back = scaled(greys(mirrored), 3, resampling);

        assertThat(IntStream.range(0, 3).map(i -> back[2 - i]).toArray())
                .isEqualTo(resampling == Resampling.NEAREST ? back(back) : there);
    }

    /** The nearest of an even number of pixels is always the one to the right of the middle. */
    private static int[] back(int[] row) {
        return new int[] {row[2], row[1], row[0]};
    }

    @Test
    void each_colour_is_weighed_by_itself() throws Exception {
        Picture two = new Picture(1, 2, new int[] {0xFF0040, 0x00FF80});

        assertThat(Scaling.scale(two, 1, 1, Resampling.BOX).rgb()).containsExactly(0x808060);
    }

    @ParameterizedTest
    @CsvSource({"-1", "5", "99"})
    void what_is_not_known_is_refused(int number) {
        assertThatExceptionOfType(ModelFailure.class).isThrownBy(() -> Resampling.of(number));
    }

    @Test
    void who_cancels_does_not_wait_for_a_large_picture() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> Scaling.scale(greys(1, 2, 3), 2, 1, Resampling.BICUBIC));
        assertThat(Thread.interrupted()).isFalse();
    }
}
