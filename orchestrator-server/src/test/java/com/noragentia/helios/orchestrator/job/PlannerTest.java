/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Share;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlannerTest {

    @Test
    void pictures_are_read_one_by_one_and_joined() {
        List<Attachment> files = files(3, FileType.PNG);

        Plan plan = plan(new TaskInput.Image(Language.ES, "", files));

        assertThat(plan).isEqualTo(new Plan.Fanned(pictures(files), new Reduction.Join()));
        assertThat(plan.parts()).isEqualTo(3);
    }

    @Test
    void a_question_about_pictures_is_answered_once_all_of_them_are_read() {
        List<Attachment> files = files(2, FileType.PNG);

        Plan plan = plan(new TaskInput.Image(Language.ES, "¿Cuánto?", files));

        assertThat(plan)
                .isEqualTo(new Plan.Fanned(
                        pictures(files),
                        new Reduction.Ask(new TaskInput.Combine(Expert.IMAGE, Language.ES, "¿Cuánto?", List.of()))));
    }

    @Test
    void recordings_are_written_down_one_by_one_and_joined() {
        Plan plan = plan(new TaskInput.Audio(Language.EN, " ", files(2, FileType.MP3)));

        assertThat(plan).isInstanceOfSatisfying(Plan.Fanned.class, fanned -> {
            assertThat(fanned.reduction()).isEqualTo(new Reduction.Join());
            assertThat(fanned.each().getLast().input())
                    .isEqualTo(new TaskInput.Audio(
                            Language.EN, "", files(2, FileType.MP3).subList(1, 2), new TaskInput.Part(2, 2)));
        });
    }

    @Test
    void a_question_about_recordings_goes_to_who_reads_documents_once_all_are_written_down() {
        for (int count : List.of(1, 3)) {
            Plan plan = plan(new TaskInput.Audio(Language.ES, "¿Quién llega?", files(count, FileType.WAV)));

            assertThat(plan).isInstanceOfSatisfying(Plan.Fanned.class, fanned -> {
                assertThat(fanned.each())
                        .hasSize(count)
                        .allSatisfy(part -> assertThat(part.input().question()).isEmpty());
                assertThat(fanned.reduction())
                        .isEqualTo(new Reduction.Ask(
                                new TaskInput.Combine(Expert.DOCUMENT, Language.ES, "¿Quién llega?", List.of())));
            });
        }
    }

    @Test
    void a_summary_of_documents_is_made_of_theirs() {
        Plan plan = plan(document("", DocumentGoal.SUMMARY, 2));

        assertThat(plan)
                .isEqualTo(new Plan.Fanned(
                        files(2, FileType.PDF).stream()
                                .map(file -> new Plan.Part(
                                        file.name(),
                                        new TaskInput.Document(Language.EN, "", DocumentGoal.SUMMARY, List.of(file))))
                                .toList(),
                        new Reduction.Ask(new TaskInput.Combine(Expert.DOCUMENT, Language.EN, "", List.of()))));
    }

    static Stream<TaskInput> whole() {
        return Stream.of(
                document("", DocumentGoal.SUMMARY, 1),
                document("How high?", DocumentGoal.ANSWER, 5),
                new TaskInput.Image(Language.EN, "", files(1, FileType.PNG)),
                new TaskInput.Audio(Language.EN, "", files(1, FileType.WAV)),
                new TaskInput.Chat(Language.EN, "Compare them.", List.of(), files(3, FileType.PDF)),
                new TaskInput.Embedding(Language.EN, List.of("a", "b")));
    }

    @ParameterizedTest
    @MethodSource("whole")
    void what_would_gain_nothing_stays_one_task(TaskInput input) {
        assertThat(plan(input)).isEqualTo(new Plan.Single(input));
    }

    @Test
    void nobody_plans_more_parts_than_a_job_may_have() {
        int most = Limit.PARTS_PER_JOB.intValue();
        assertThat(plan(document("", DocumentGoal.SUMMARY, most)).parts()).isEqualTo(most);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> plan(document("", DocumentGoal.SUMMARY, most + 1)))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.TOO_MANY_ATTACHMENTS));
    }

    @Test
    void a_long_text_is_summarised_in_shares_that_pay_for_their_own_pages() {
        List<Attachment> file = files(1, FileType.HELIOS_TEXT);
        TaskInput.Document whole = new TaskInput.Document(Language.ES, "", DocumentGoal.SUMMARY, file);

        Plan plan = Planner.plan(whole, any -> 43);

        assertThat(plan).isInstanceOfSatisfying(Plan.Fanned.class, fanned -> {
            assertThat(fanned.reduction())
                    .isEqualTo(new Reduction.Ask(new TaskInput.Combine(Expert.DOCUMENT, Language.ES, "", List.of())));
            assertThat(fanned.each())
                    .extracting(Plan.Part::input)
                    .extracting(input -> ((TaskInput.Document) input).share())
                    .containsExactly(new Share(1, 4), new Share(2, 4), new Share(3, 4), new Share(4, 4));
            assertThat(fanned.each())
                    .allSatisfy(part -> assertThat(part.input().attachments()).isEqualTo(file));
            assertThat(fanned.each().stream()
                            .map(part -> ((TaskInput.Document) part.input()).share())
                            .mapToLong(share -> Objects.requireNonNull(share).countedOf(43)))
                    .allMatch(pages -> pages >= 10)
                    .satisfies(pages -> assertThat(
                                    pages.stream().mapToLong(Long::longValue).sum())
                            .isEqualTo(43));
        });
    }

    @Test
    void a_long_text_has_no_more_shares_than_a_job_may_have_parts() {
        TaskInput five = new TaskInput.Document(Language.EN, "", DocumentGoal.SUMMARY, files(5, FileType.TEXT));

        assertThat(Planner.plan(five, any -> 200).parts()).isEqualTo(15);
        assertThat(Planner.plan(document("", DocumentGoal.SUMMARY, 1, FileType.TEXT), any -> 200)
                        .parts())
                .isEqualTo(Limit.PARTS_PER_JOB.intValue());
    }

    @Test
    void only_what_is_text_through_and_through_is_cut() {
        assertThat(Planner.plan(document("", DocumentGoal.SUMMARY, 1, FileType.TEXT), any -> 19)
                        .parts())
                .isEqualTo(1);
        assertThat(Planner.plan(document("", DocumentGoal.SUMMARY, 1, FileType.PDF), any -> 200)
                        .parts())
                .isEqualTo(1);
        assertThat(Planner.plan(document("How high?", DocumentGoal.ANSWER, 1, FileType.TEXT), any -> 200)
                        .parts())
                .isEqualTo(1);
    }

    private static Plan plan(TaskInput input) {
        return Planner.plan(input, any -> 1);
    }

    private static List<Plan.Part> pictures(List<Attachment> files) {
        return IntStream.range(0, files.size())
                .mapToObj(i -> new Plan.Part(
                        files.get(i).name(),
                        new TaskInput.Image(
                                Language.ES, "", List.of(files.get(i)), new TaskInput.Part(i + 1, files.size()))))
                .toList();
    }

    private static TaskInput document(String question, DocumentGoal goal, int count) {
        return document(question, goal, count, FileType.PDF);
    }

    private static TaskInput document(String question, DocumentGoal goal, int count, FileType type) {
        return new TaskInput.Document(Language.EN, question, goal, files(count, type));
    }

    private static List<Attachment> files(int count, FileType type) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Attachment(
                        "0".repeat(64), i + "." + type.extensions().getFirst(), type, i + 1))
                .toList();
    }
}
