/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.extent.FileExtent;
import com.noragentia.helios.protocol.ledger.Asked;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.ChatTurn;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MeteringTest {

    @Test
    void a_conversation_is_paid_for_whole_and_so_are_its_files() {
        TaskInput chat = new TaskInput.Chat(
                Language.EN,
                "q".repeat(40),
                List.of(new ChatTurn(ChatTurn.Role.MEMBER, "h".repeat(401))),
                List.of(file(FileType.PDF), file(FileType.TEXT)));

        assertThat(Metering.asked(chat, file -> pages(file.type() == FileType.PDF ? 7 : 2))
                        .measure())
                .isEqualTo(new Measure(10 + 101, 0, 0, 9, 0));
    }

    @Test
    void each_kind_of_file_counts_in_its_own_unit() {
        assertThat(asked(new TaskInput.Document(Language.EN, "", DocumentGoal.SUMMARY, List.of(file(FileType.DOCX)))))
                .isEqualTo(new Measure(0, 0, 0, 3, 0));
        assertThat(asked(new TaskInput.Audio(Language.EN, "", List.of(file(FileType.WAV), file(FileType.MP3)))))
                .isEqualTo(new Measure(0, 0, 6, 0, 0));
        assertThat(asked(new TaskInput.Image(Language.EN, "what?", List.of(file(FileType.PNG)))))
                .isEqualTo(new Measure(2, 0, 0, 0, 3));
        assertThat(asked(new TaskInput.Embedding(Language.EN, List.of("four", "eight888"))))
                .isEqualTo(new Measure(3, 0, 0, 0, 0));
    }

    @Test
    void a_file_of_unknown_size_counts_as_one() {
        TaskInput input = new TaskInput.Image(Language.EN, "", List.of(file(FileType.PNG)));

        assertThat(Metering.asked(input, _ -> pages(Long.MIN_VALUE)).measure()).isEqualTo(new Measure(0, 0, 0, 0, 1));
    }

    @Test
    void an_answer_counts_what_came_up_to_the_cap() {
        Asked asked = Asked.of(new Measure(10, 0, 0, 0, 0));

        assertThat(Metering.answered(Expert.CHAT, asked, said("a".repeat(400)))).isEqualTo(asked.withOutputTokens(100));
        assertThat(Metering.answered(Expert.CHAT, asked, said("a".repeat(1_000_000))))
                .isEqualTo(Metering.most(Expert.CHAT, asked))
                .isEqualTo(asked.withOutputTokens(Metering.ANSWER_TOKENS));
        assertThat(Metering.answered(Expert.EMBEDDING, asked, new TaskOutput.Embedding(List.of())))
                .isEqualTo(asked);
    }

    @Test
    void an_endless_part_costs_who_asked_no_more_than_a_long_one() {
        TaskInput.Combine bare = new TaskInput.Combine(Expert.DOCUMENT, Language.EN, "which?", List.of());
        List<TaskInput.Combined> parts = Stream.of(1_000_000, 1_000_000, 40)
                .map(length -> new TaskInput.Combined("f", said("a".repeat(length))))
                .toList();
        TaskInput.Combine input = new TaskInput.Combine(Expert.DOCUMENT, Language.EN, "which?", parts);

        assertThat(asked(input).promptTokens()).isEqualTo(2 + 2 * Metering.ANSWER_TOKENS + 10);
        assertThat(Metering.mostToCombine(bare, 3).measure().promptTokens())
                .isGreaterThanOrEqualTo(asked(input).promptTokens());
    }

    @Test
    void of_a_look_each_part_counts_as_far_as_it_is_paid_for() {
        List<Sight> sights = List.of(Sight.TEXT, Sight.DESCRIPTION, Sight.OBJECTS);
        TaskInput.Look look = new TaskInput.Look(sights, List.of());
        TaskInput.Combine bare = new TaskInput.Combine(Expert.IMAGE, Language.EN, "what", List.of(), look);
        List<TaskInput.Combined> parts = Stream.generate(() -> new TaskInput.Combined("f", said("a".repeat(1_000_000))))
                .limit(6)
                .toList();
        TaskInput.Combine input = new TaskInput.Combine(Expert.IMAGE, Language.EN, "what", parts, look);
        long each = Metering.TOKENS_PER_IMAGE + Metering.TOKENS_PER_DESCRIPTION + Metering.TOKENS_PER_LIST_OF_OBJECTS;

        assertThat(asked(input).promptTokens()).isEqualTo(1 + 2 * each);
        assertThat(Metering.mostToCombine(bare, 6).measure().promptTokens()).isEqualTo(1 + 2 * each);
        assertThat(Metering.typicalToCombine(bare, 6).measure().promptTokens()).isEqualTo(1 + 2 * each / 4);
    }

    @ParameterizedTest
    @EnumSource(Expert.class)
    void a_usual_answer_is_never_longer_than_the_longest(Expert expert) {
        Asked asked = new Asked(new Measure(1, 0, 7, 2, 3), 5);

        assertThat(Metering.typical(expert, asked).measure().outputTokens())
                .isLessThanOrEqualTo(Metering.most(expert, asked).measure().outputTokens());
        assertThat(Metering.most(expert, asked).measure().promptTokens()).isEqualTo(1);
        assertThat(Metering.most(expert, asked).reading()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWER, How high is it?, 1, 750",
        "ANSWER, How high is it?, 4, 3000",
        "ANSWER, How high is it?, 5, 3700",
        "ANSWER, How high is it?, 200, 3700",
        "SUMMARY, '', 1, 750",
        "SUMMARY, '', 10, 7500",
        "SUMMARY, How high is it?, 200, 150000",
        "ANSWER, ' ', 40, 30000",
    })
    void a_language_model_reads_some_passages_for_a_question_and_everything_for_a_summary(
            DocumentGoal goal, String question, long pages, long reading) {
        TaskInput input = new TaskInput.Document(Language.EN, question, goal, List.of(file(FileType.TEXT)));

        Asked asked = Metering.asked(input, _ -> pages(pages));

        assertThat(asked.reading()).isEqualTo(reading);
        assertThat(asked.by(false)).isEqualTo(asked.measure());
        long digests = asked.by(true).outputTokens();
        assertThat(asked.by(true).promptTokens()).isEqualTo(asked.measure().promptTokens() + reading + digests);
        assertThat(asked.by(true).pages()).isEqualTo(pages);
    }

    @ParameterizedTest
    @CsvSource({"10, 0", "11, 512", "20, 512", "21, 768", "200, 5120"})
    void digests_of_a_document_that_no_model_reads_at_once_are_paid_by_what_there_is_to_read(long pages, long tokens) {
        TaskInput input = new TaskInput.Document(Language.EN, "", DocumentGoal.SUMMARY, List.of(file(FileType.PDF)));

        Asked asked = Metering.most(Expert.DOCUMENT, Metering.asked(input, _ -> pages(pages)));

        assertThat(asked.by(true).outputTokens()).isEqualTo(Metering.ANSWER_TOKENS + tokens);
        assertThat(asked.by(true).promptTokens()).isEqualTo(750 * pages + tokens);
        assertThat(asked.by(false).outputTokens()).as("who quotes makes none").isEqualTo(Metering.ANSWER_TOKENS);
    }

    @Test
    void a_page_that_is_a_picture_is_looked_at_and_then_read() {
        TaskInput input =
                new TaskInput.Document(Language.EN, "How high?", DocumentGoal.ANSWER, List.of(file(FileType.PDF)));

        assertThat(Metering.asked(input, _ -> new FileExtent(2, 3)).measure()).isEqualTo(new Measure(3, 0, 0, 5, 3));
    }

    @Test
    void no_more_pictures_of_pages_are_paid_for_than_a_task_may_look_at() {
        List<Attachment> five = Stream.of("a", "b", "c", "d", "e")
                .map(name -> new Attachment(name.repeat(64), name, FileType.PDF, 1))
                .toList();
        TaskInput input = new TaskInput.Document(Language.EN, "", DocumentGoal.SUMMARY, five);

        assertThat(Metering.asked(input, _ -> new FileExtent(1, 20)).measure()).isEqualTo(new Measure(0, 0, 0, 25, 20));
    }

    @ParameterizedTest
    @CsvSource({"How high is it?, 3700", "Resume el documento, 30000", "What is this about?, 30000"})
    void in_a_conversation_the_wish_for_a_summary_tells_how_much_is_read(String question, long reading) {
        TaskInput input = new TaskInput.Chat(Language.EN, question, List.of(), List.of(file(FileType.DOCX)));

        assertThat(Metering.asked(input, _ -> pages(40)).reading()).isEqualTo(reading);
    }

    @Test
    void of_pictures_sound_and_parts_nothing_is_read_besides() {
        assertThat(List.<TaskInput>of(
                        new TaskInput.Image(Language.EN, "", List.of(file(FileType.PNG))),
                        new TaskInput.Audio(Language.EN, "", List.of(file(FileType.WAV))),
                        new TaskInput.Chat(Language.EN, "Summarise it", List.of(), List.of()),
                        new TaskInput.Combine(
                                Expert.DOCUMENT,
                                Language.EN,
                                "",
                                List.of(new TaskInput.Combined("f", said("a".repeat(40)))))))
                .allSatisfy(input -> assertThat(
                                Metering.asked(input, _ -> pages(9)).reading())
                        .isZero());
    }

    private static Measure asked(TaskInput input) {
        return Metering.asked(input, _ -> pages(3)).measure();
    }

    private static FileExtent pages(long pages) {
        return new FileExtent(pages, 0);
    }

    private static TaskOutput said(String text) {
        return new TaskOutput.Chat(text, List.of(), AnswerOrigin.GENERATED);
    }

    private static Attachment file(FileType type) {
        return new Attachment("0".repeat(64), "file", type, 1);
    }
}
