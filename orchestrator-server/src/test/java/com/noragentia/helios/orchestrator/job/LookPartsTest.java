/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Seen;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.Unseen;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    void only_what_nobody_was_named_for_may_be_missed() {
        Plan.Fanned plan = (Plan.Fanned) Planner.plan(pictures(1, "¿Qué es esto?"), _ -> 1, Optional.of(EVERYTHING));

        assertThat(plan.each()).extracting(Plan.Part::mayBeMissed).containsExactly(false, true, false);
    }

    @Test
    void in_place_of_what_nobody_answered_stands_nothing_and_why() {
        Plan.Fanned plan = (Plan.Fanned) Planner.plan(pictures(2, "¿Qué es esto?"), _ -> 1, Optional.of(EVERYTHING));
        Reduction.Ask ask = (Reduction.Ask) plan.reduction();
        TaskOutput said = new TaskOutput.Image("said", List.of(), List.of());
        TaskOutput nothing = new TaskOutput.Image("", List.of(), List.of());

        TaskInput.Combine all = ask.of(
                IntStream.range(0, 4)
                        .mapToObj(_ -> new TaskInput.Combined("a", said, "m"))
                        .toList(),
                new TreeMap<>(Map.of(1, "0.png", 4, "1.png")));

        assertThat(all.parts())
                .extracting(TaskInput.Combined::output)
                .containsExactly(said, nothing, said, said, nothing, said);
        assertThat(all.parts().get(4)).isEqualTo(new TaskInput.Combined("1.png", nothing));
        assertThat(Objects.requireNonNull(all.look()).unseen())
                .containsExactly(new Unseen(Sight.DESCRIPTION, true, null, TaskInput.Absence.FAILED));
    }

    @Test
    void an_answer_says_what_was_seen_of_what_was_to_be_looked_for_and_once() {
        Seen told = new Seen("a", "m", false, Sight.DESCRIPTION, "a dog", null, List.of());
        Seen found = new Seen("a", "m", false, Sight.OBJECTS, null, null, List.of());

        assertThat(isAnswer(Sight.DESCRIPTION, "a dog", told)).isTrue();
        assertThat(isAnswer(Sight.OBJECTS, "", found))
                .as("nothing that it knows")
                .isTrue();
        assertThat(isAnswer(Sight.TEXT, "I found no text")).isTrue();
        assertThat(isAnswer(Sight.DESCRIPTION, "a dog")).isFalse();
        assertThat(isAnswer(Sight.OBJECTS, "a dog", told)).isFalse();
        assertThat(isAnswer(Sight.DESCRIPTION, "a dog", told, told)).isFalse();
        assertThat(isAnswer(Sight.DESCRIPTION, "a dog", told, found)).isFalse();
        assertThat(isAnswer(Sight.TEXT, " ")).isFalse();
        assertThat(isAnswer(Sight.TEXT, "no text ".repeat(100)))
                .as("many words for nothing")
                .isFalse();
        assertThat(isAnswer(Sight.TEXT, "a dog", told)).isFalse();
        assertThat(LookParts.isAnswer(Sight.TEXT, new TaskOutput.Chat("hi", List.of(), AnswerOrigin.HELP)))
                .isFalse();
    }

    /** They say nothing, and were paid. */
    @Test
    void a_description_without_words_and_lines_without_letters_are_no_answers() {
        for (@Nullable String words : new @Nullable String[] {null, "", " \n"}) {
            Seen mute = new Seen("a", "m", false, Sight.DESCRIPTION, words, null, List.of());
            assertThat(isAnswer(Sight.DESCRIPTION, "a dog", mute)).isFalse();
        }
        assertThat(isText("OPEN", "", "OPEN")).isTrue();
        assertThat(isText("OPEN", "", " ")).isFalse();
        assertThat(isText("I found no text")).as("a picture without text").isTrue();
    }

    private static boolean isText(String text, String... lines) {
        List<TextLine> read = Stream.of(lines)
                .map(line -> new TextLine("a", line, 0.9, new TextLine.Box(1, 2, 3, 4)))
                .toList();
        return LookParts.isAnswer(Sight.TEXT, new TaskOutput.Image(text, List.of(), read));
    }

    private static boolean isAnswer(Sight sight, String text, Seen... seen) {
        return LookParts.isAnswer(sight, new TaskOutput.Image(text, List.of(), List.of(), List.of(seen)));
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
