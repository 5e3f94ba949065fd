/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Seen;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine.Box;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is said of figures is right, nearly right, or wrong. */
class KnownFiguresTest {

    private static final KnownCaption TWO =
            new KnownCaption("a large red star to the left of a small blue square on a white background");
    private static final KnownCaption ONE = new KnownCaption("a small red star on a white background");

    private static final KnownThings.Thing CIRCLE = new KnownThings.Thing("circle", new Box(10, 10, 50, 50));
    private static final KnownThings.Thing STAR = new KnownThings.Thing("star", new Box(100, 10, 40, 40));
    private static final KnownThings.Thing CROSS = new KnownThings.Thing("cross", new Box(10, 100, 40, 40));
    private static final KnownThings THREE = new KnownThings(List.of(CIRCLE, STAR, CROSS));

    private static boolean says(KnownCaption known, String told) {
        return known.isGivenBy(RightAnswers.describing(told));
    }

    private static boolean finds(KnownThings known, KnownThings.Thing... told) {
        return known.isGivenBy(RightAnswers.finding(List.of(told)));
    }

    @Test
    void sizes_grounds_and_other_words_do_not_count() {
        assertThat(says(TWO, "A small RED STAR and a big blue square")).isTrue();
    }

    @Test
    void of_several_figures_one_word_may_be_wrong_and_no_more() {
        assertThat(says(TWO, "a large red star to the left of a small blue diamond"))
                .isTrue();
        assertThat(says(TWO, "a large green star to the left of a small blue square"))
                .isTrue();
        assertThat(says(TWO, "a large green star to the left of a small blue diamond"))
                .isFalse();
        assertThat(says(TWO, "a small blue square to the left of a large red star"))
                .isFalse();
    }

    @Test
    void a_single_figure_must_be_right() {
        assertThat(says(ONE, "a large red star")).isTrue();
        assertThat(says(ONE, "a small red cross")).isFalse();
        assertThat(says(ONE, "a small green star")).isFalse();
    }

    @Test
    void one_figure_too_many_or_too_few_is_wrong() {
        assertThat(says(TWO, "a red star")).isFalse();
        assertThat(says(TWO, "a red star, a blue square and a blue square")).isFalse();
        assertThat(says(TWO, "a red star, a blue square" + " on".repeat(KnownCaption.MOST_CHARACTERS)))
                .isFalse();
    }

    @Test
    void things_are_found_in_any_order_and_about_where_they_are() {
        KnownThings.Thing near = new KnownThings.Thing("circle", new Box(15, 15, 50, 50));

        assertThat(finds(THREE, CROSS, near, STAR)).isTrue();
        assertThat(finds(new KnownThings(List.of(CIRCLE)), near)).isTrue();
        assertThat(finds(new KnownThings(List.of(CIRCLE)), new KnownThings.Thing("circle", new Box(35, 10, 50, 50))))
                .isFalse();
    }

    @Test
    void of_three_things_one_may_be_wrong_and_no_more() {
        KnownThings.Thing wrong = new KnownThings.Thing("square", CIRCLE.box());

        assertThat(finds(THREE, CROSS, STAR)).isTrue();
        assertThat(finds(THREE, wrong, CROSS, STAR)).isTrue();
        assertThat(finds(THREE, CIRCLE, CIRCLE, CROSS, STAR)).isTrue();
        assertThat(finds(THREE, CROSS)).isFalse();
        assertThat(finds(THREE, wrong, wrong, CROSS, STAR)).isFalse();
        assertThat(finds(THREE, CROSS, CROSS, CROSS)).isFalse();
    }

    @Test
    void of_two_things_none_may_be_wrong() {
        KnownThings two = new KnownThings(List.of(CIRCLE, STAR));

        assertThat(finds(two, STAR, CIRCLE)).isTrue();
        assertThat(finds(two, STAR)).isFalse();
        assertThat(finds(two, STAR, CIRCLE, CROSS)).isFalse();
    }

    @Test
    void an_answer_to_another_question_or_to_everything_is_wrong() {
        TaskOutput.Image described = (TaskOutput.Image) RightAnswers.describing(TWO.caption());
        Seen seen = described.allSeen().getFirst();
        Seen found = new Seen("a.png", "m", true, Sight.OBJECTS, TWO.caption(), null, List.of());

        assertThat(TWO.isGivenBy(new TaskOutput.Image("", List.of(), List.of(), List.of(seen, seen))))
                .isFalse();
        assertThat(TWO.isGivenBy(new TaskOutput.Image("", List.of(), List.of(), List.of(found))))
                .isFalse();
        assertThat(THREE.isGivenBy(described)).isFalse();
        assertThat(finds(THREE, Collections.nCopies(500, CIRCLE).toArray(KnownThings.Thing[]::new)))
                .isFalse();
    }

    @Test
    void boxes_turned_inside_out_are_nowhere() {
        KnownThings one = new KnownThings(List.of(CIRCLE));

        assertThat(finds(one, new KnownThings.Thing("circle", new Box(60, 60, -50, -50))))
                .isFalse();
        assertThat(finds(
                        one,
                        new KnownThings.Thing(
                                "circle", new Box(Integer.MIN_VALUE, 0, Integer.MAX_VALUE, Integer.MAX_VALUE))))
                .isFalse();
    }

    @Test
    void a_scene_is_told_as_the_demonstration_tells_it() {
        List<String> told = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            told.add(FigureScene.draw(1, random).caption());
        }
        String figure = "a (small|large) (red|orange|yellow|green|blue|purple|black|white)"
                + " (circle|square|triangle|star|cross|diamond)";
        assertThat(told)
                .allMatch(caption -> caption.matches(figure + "(( to the left of | above )" + figure + "|((, " + figure
                        + "){1,2} and " + figure + "))? on a (white|grey|black|beige) background"))
                .anyMatch(caption -> caption.contains(" above "))
                .anyMatch(caption -> caption.contains(" to the left of "))
                .anyMatch(caption -> caption.split(",", -1).length == 3);
    }
}
