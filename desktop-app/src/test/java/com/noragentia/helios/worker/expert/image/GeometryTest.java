/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.noragentia.helios.protocol.task.TextLine.Box;
import com.noragentia.helios.worker.extract.picture.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeometryTest {

    @Test
    void the_smallest_rectangle_finds_size_and_angle_of_a_tilted_block() {
        for (int degrees = -40; degrees <= 40; degrees += 5) {
            double angle = Math.toRadians(degrees);
            List<Point> points = new ArrayList<>();
            for (int x = 0; x <= 200; x += 5) {
                for (int y = 0; y <= 20; y += 5) {
                    points.add(new Point(x, y).turned(Math.cos(angle), Math.sin(angle)));
                }
            }

            Quad quad = SmallestRectangle.around(points, (width, height) -> 3);

            assertThat(quad.width()).isCloseTo(206, within(1e-6));
            assertThat(quad.height()).isCloseTo(26, within(1e-6));
            assertThat(quad.topRight().y() - quad.topLeft().y()).isCloseTo(206 * Math.sin(angle), within(1e-6));
        }
    }

    @Test
    void a_single_point_and_a_line_have_a_rectangle_too() {
        Quad point = SmallestRectangle.around(List.of(new Point(5, 5)), (width, height) -> 2);
        Quad line = SmallestRectangle.around(
                List.of(new Point(0, 0), new Point(10, 0), new Point(20, 0)), (width, height) -> 1);

        assertThat(point.boundsWithin(100, 100)).isEqualTo(new Box(3, 3, 4, 4));
        assertThat(line.width()).isEqualTo(22);
        assertThat(line.height()).isEqualTo(2);
    }

    @Test
    void bounds_stay_inside_the_picture() {
        Quad quad = new Quad(new Point(-5, -5), new Point(50, -5), new Point(50, 20), new Point(-5, 20));

        assertThat(quad.boundsWithin(40, 10)).isEqualTo(new Box(0, 0, 40, 10));
    }

    @Test
    void four_quarter_turns_and_two_half_turns_lead_back() {
        Quad quad = new Quad(new Point(0, 0), new Point(4, 0), new Point(4, 2), new Point(0, 2));

        assertThat(quad.halfTurned().halfTurned()).isEqualTo(quad);
        assertThat(quad.quarterTurned().quarterTurned()).isEqualTo(quad.halfTurned());
        assertThat(quad.quarterTurned().topLeft()).isEqualTo(new Point(4, 0));
    }

    @Test
    void regions_touch_at_sides_and_corners() {
        float[] map = {
            .9f, 0f, 0f, 0f, .9f,
            0f, .9f, 0f, 0f, .9f,
            0f, 0f, 0f, 0f, .2f,
        };

        List<Region> regions = new ProbabilityMap(5, 3, map).regionsOver(0.3f);

        assertThat(regions).extracting(Region::pixels).containsExactly(2, 2);
        assertThat(regions.getFirst().score()).isCloseTo(0.9, within(1e-6));
    }

    @Test
    void a_map_full_of_text_is_one_region() {
        float[] map = new float[1_000 * 1_000];
        Arrays.fill(map, 1);

        assertThat(new ProbabilityMap(1_000, 1_000, map).regionsOver(0.3f))
                .singleElement()
                .extracting(Region::pixels)
                .isEqualTo(1_000_000);
    }

    @Test
    void halving_takes_the_mean_and_never_vanishes() {
        assertThat(new Picture(2, 2, new int[] {0x000000, 0xFFFFFF, 0xFFFFFF, 0x000000})
                        .halved()
                        .rgb())
                .containsExactly(0x7F7F7F);
        assertThat(new Picture(1, 1, new int[] {0x123456}).halved().rgb()).containsExactly(0x123456);
        assertThat(PicturePyramid.levelFor(0.26)).isEqualTo(1);
        assertThat(PicturePyramid.levelFor(0.25)).isEqualTo(2);
        assertThat(PicturePyramid.levelFor(3)).isZero();
    }
}
