/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A look at pictures as parts of a job. */
final class LookPartsTest {

    private static final Looking EVERYTHING = new Looking(
            new TreeMap<>(Map.of(
                    Sight.TEXT, Optional.empty(),
                    Sight.OBJECTS, Optional.of("finds"),
                    Sight.DESCRIPTION, Optional.empty())),
            List.of());

    private static TaskInput.Image pictures(int count, String question) {
        List<Attachment> files = IntStream.range(0, count)
                .mapToObj(i -> new Attachment("0".repeat(64), i + ".png", FileType.PNG, 1))
                .toList();
        return new TaskInput.Image(Language.ES, question, files);
    }

    @Test
    void each_picture_is_looked_at_for_each_thing_by_the_model_that_was_named_for_it() {
        TaskInput.Image two = pictures(2, "¿Qué es esto?");
        List<Attachment> first = two.attachments().subList(0, 1);

        Plan plan = Planner.plan(two, _ -> 1, Optional.of(EVERYTHING));

        assertThat(plan).isInstanceOfSatisfying(Plan.Fanned.class, fanned -> {
            assertThat(fanned.each()).hasSize(6);
            assertThat(fanned.each().subList(0, 3))
                    .containsExactly(
                            new Plan.Part("0.png", new TaskInput.Image(Language.ES, "", first)),
                            new Plan.Part(
                                    "0.png", new TaskInput.Image(Language.ES, "", first, null, Sight.DESCRIPTION)),
                            new Plan.Part(
                                    "0.png",
                                    new TaskInput.Image(Language.ES, "", first, null, Sight.OBJECTS),
                                    Optional.of("finds")));
            assertThat(fanned.each().getLast().file()).isEqualTo("1.png");
            assertThat(fanned.reduction())
                    .isEqualTo(new Reduction.Ask(new TaskInput.Combine(
                            Expert.IMAGE,
                            Language.ES,
                            "¿Qué es esto?",
                            List.of(),
                            new TaskInput.Look(List.of(Sight.TEXT, Sight.DESCRIPTION, Sight.OBJECTS), List.of()))));
        });
    }

    @Test
    void what_puts_them_together_is_told_what_was_looked_for() {
        Plan.Fanned plan = (Plan.Fanned) Planner.plan(pictures(1, "¿Qué es esto?"), _ -> 1, Optional.of(EVERYTHING));
        Reduction.Ask ask = (Reduction.Ask) plan.reduction();

        assertThat(ask.of(List.of()).look()).isEqualTo(ask.bare().look()).isNotNull();
    }

    @Test
    void more_parts_than_a_job_may_have_are_refused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Planner.plan(pictures(6, "What is this?"), _ -> 1, Optional.of(EVERYTHING)))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.TOO_MANY_ATTACHMENTS));
    }

    @Test
    void who_asks_what_it_says_gets_all_of_it() {
        TaskInput.Image one = pictures(1, "¿Qué pone aquí?");

        assertThat(Planner.plan(one, _ -> 1))
                .isEqualTo(new Plan.Single(new TaskInput.Image(Language.ES, "", one.attachments())));
        assertThat(Planner.plan(pictures(2, "What does it say?"), _ -> 1))
                .isInstanceOfSatisfying(
                        Plan.Fanned.class,
                        fanned -> assertThat(fanned.reduction()).isEqualTo(new Reduction.Join()));
    }
}
