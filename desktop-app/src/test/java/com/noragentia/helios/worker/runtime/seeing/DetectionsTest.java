/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.seeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.noragentia.helios.protocol.task.Seen.Thing;
import com.noragentia.helios.protocol.task.TextLine.Box;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.FloatTensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a detector says, and what it may not say. */
final class DetectionsTest {

    /** Two classes, one that is never used, and nothing. */
    private static final DetectorConfig CONFIG = new DetectorConfig(List.of("circle", "N/A", "square"), 0.5, 16, 4);

    private static final float[] CIRCLE = {5, 0, 0, 0};
    private static final float[] SQUARE = {0, 0, 5, 0};
    private static final float[] NOTHING = {0, 0, 0, 5};
    private static final float[] MIDDLE = {0.5f, 0.5f, 0.2f, 0.4f};

    private static List<Thing> things(float[][] logits, float[][] boxes) throws ModelFailure {
        return Detections.of(output(logits, boxes), CONFIG, 200, 100);
    }

    private static DetectorGraph.Output output(float[][] logits, float[][] boxes) {
        return new DetectorGraph.Output(tensor(logits), tensor(boxes));
    }

    private static FloatTensor tensor(float[][] rows) {
        float[] values = new float[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, values, i * rows[0].length, rows[0].length);
        }
        return new FloatTensor(values, 1, rows.length, rows[0].length);
    }

    @Test
    void a_thing_stands_where_the_box_says_in_pixels_of_the_picture() throws Exception {
        List<Thing> things = things(new float[][] {CIRCLE, NOTHING}, new float[][] {MIDDLE, MIDDLE});

        assertThat(things).singleElement().satisfies(thing -> {
            assertThat(thing.label()).isEqualTo("circle");
            assertThat(thing.box()).isEqualTo(new Box(80, 30, 40, 40));
            assertThat(thing.score()).isCloseTo(Math.exp(5) / (Math.exp(5) + 3), within(1e-9));
        });
    }

    @Test
    void what_is_less_sure_than_the_threshold_or_of_no_class_is_none() throws Exception {
        float[] unsure = {1, 0.9f, 0.9f, 0.9f};
        float[] unused = {0, 9, 0, 0};

        assertThat(things(new float[][] {unsure, unused, NOTHING}, new float[][] {MIDDLE, MIDDLE, MIDDLE}))
                .isEmpty();
    }

    @Test
    void what_is_found_twice_is_told_once_and_the_surest_first() throws Exception {
        float[] surer = {8, 0, 0, 0};
        float[] nearly = {0.51f, 0.5f, 0.2f, 0.4f};
        float[] elsewhere = {0.1f, 0.1f, 0.1f, 0.1f};

        List<Thing> things = things(
                new float[][] {CIRCLE, surer, SQUARE, CIRCLE}, new float[][] {MIDDLE, nearly, MIDDLE, elsewhere});

        assertThat(things).extracting(Thing::label).containsExactlyInAnyOrder("circle", "square", "circle");
        assertThat(things.getFirst().box().x()).isEqualTo(82);
        assertThat(things).isSortedAccordingTo((one, other) -> Double.compare(other.score(), one.score()));
    }

    @Test
    void boxes_end_with_the_picture_and_those_outside_or_inside_out_are_none() throws Exception {
        float[] tooLarge = {0.5f, 0.5f, 3, 3};
        float[] outside = {5, 5, 0.1f, 0.1f};
        float[] inverted = {0.5f, 0.5f, -0.5f, 0.5f};
        float[] endless = {1e30f, 0, 1e30f, 1e30f};

        List<Thing> things = things(
                new float[][] {CIRCLE, CIRCLE, CIRCLE, CIRCLE}, new float[][] {tooLarge, outside, inverted, endless});

        assertThat(things).allSatisfy(thing -> {
            assertThat(thing.box().x()).isBetween(0, 200);
            assertThat(thing.box().x() + thing.box().width()).isBetween(1, 200);
            assertThat(thing.box().y() + thing.box().height()).isBetween(1, 100);
        });
        assertThat(things.getFirst().box()).isEqualTo(new Box(0, 0, 200, 100));
    }

    @Test
    void a_crowd_is_told_as_so_many() throws Exception {
        float[][] logits = new float[400][];
        float[][] boxes = new float[400][];
        Arrays.fill(logits, CIRCLE);
        for (int i = 0; i < boxes.length; i++) {
            int row = i / 20;
            boxes[i] = new float[] {(i % 20 + 0.5f) / 20, (row + 0.5f) / 20, 0.05f, 0.05f};
        }

        assertThat(things(logits, boxes)).hasSize(Detections.MOST_THINGS);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void what_is_no_number_is_refused(float value) {
        assertThatExceptionOfType(ModelFailure.class)
                .isThrownBy(() -> things(new float[][] {{5, 0, value, 0}}, new float[][] {MIDDLE}));
        assertThatExceptionOfType(ModelFailure.class)
                .isThrownBy(() -> things(new float[][] {CIRCLE}, new float[][] {{0.5f, value, 0.1f, 0.1f}}));
    }

    @Test
    void shapes_that_do_not_fit_the_classes_are_refused() {
        assertThatExceptionOfType(ModelFailure.class)
                .isThrownBy(() -> things(new float[][] {{5, 0, 0}}, new float[][] {MIDDLE}))
                .withMessageContaining("scores 3 classes")
                .withMessageContaining("names 3");
        assertThatExceptionOfType(ModelFailure.class)
                .isThrownBy(() -> things(new float[][] {CIRCLE, CIRCLE}, new float[][] {MIDDLE}));
        assertThatExceptionOfType(ModelFailure.class)
                .isThrownBy(() -> things(new float[][] {CIRCLE}, new float[][] {{1, 2, 3}}));
        assertThatExceptionOfType(ModelFailure.class)
                .isThrownBy(() -> Detections.of(
                        new DetectorGraph.Output(new FloatTensor(CIRCLE, 4), new FloatTensor(MIDDLE, 4)),
                        CONFIG,
                        10,
                        10));
    }
}
