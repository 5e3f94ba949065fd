/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Canaries are alike to real tasks, answerable, and none is like another. */
class CanariesTest {

    private static final int DRAWN = 150;

    private final FilesInMemory files = new FilesInMemory();
    private final Canaries canaries = new Canaries(files, new SplittableRandom(11));

    private Canary draw(Expert expert) {
        return canaries.draw(Set.of(expert)).orElseThrow();
    }

    private byte[] content(Canary canary) {
        Attachment file = canary.question().attachments().getFirst();
        return Objects.requireNonNull(files.files().get(file.blob()));
    }

    /** No description and no things: the models that see are asked for these by name. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DESCRIPTION", "OBJECTS"})
    void there_are_some_for_every_expert_that_is_asked_without_a_name_and_their_right_answers_pass(Expert expert) {
        for (int i = 0; i < DRAWN; i++) {
            Canary canary = draw(expert);
            TaskOutput right = RightAnswers.to(canary);
            assertThat(canary.question().expert()).isEqualTo(expert);
            assertThat(canary.answer().isGivenBy(right)).as("%s", canary).isTrue();
            assertThat(canary.answer().isGivenBy(RightAnswers.wrong(canary.question())))
                    .isFalse();
        }
    }

    @Test
    void a_model_that_must_be_named_has_checks_of_its_own() {
        for (int i = 0; i < DRAWN; i++) {
            Canary canary = canaries.drawFor(SmallSumKind.MODEL).orElseThrow();
            assertThat(canary.question().expert()).isEqualTo(Expert.CHAT);
            assertThat(canary.answer().isGivenBy(RightAnswers.to(canary))).isTrue();
            assertThat(canary.answer().isGivenBy(RightAnswers.wrong(canary.question())))
                    .isFalse();
        }
        assertThat(canaries.drawFor("another")).isEmpty();
        assertThat(canaries.pick(Set.of(), Set.of(SmallSumKind.MODEL))).contains(SmallSumKind.MODEL);
        assertThat(canaries.pick(Set.of(Expert.CHAT), Set.of("another"))).isEmpty();
    }

    @Test
    void there_are_none_for_who_can_do_nothing() {
        assertThat(canaries.draw(Set.of())).isEmpty();
    }

    @Test
    void the_demonstration_listener_is_asked_what_every_listener_is_asked() {
        Canary canary = canaries.drawFor(SpokenKind.MODEL).orElseThrow();

        assertThat(canary.question().expert()).isEqualTo(Expert.AUDIO);
        assertThat(canary.answer()).isInstanceOf(KnownSpeech.class);
        assertThat(canary.answer().isGivenBy(RightAnswers.to(canary))).isTrue();
        assertThat(canaries.pick(Set.of(), Set.of(SpokenKind.MODEL))).contains(SpokenKind.MODEL);
    }

    @ParameterizedTest
    @CsvSource({FiguresKind.DESCRIBER + ",DESCRIPTION", FiguresKind.FINDER + ",OBJECTS"})
    void the_demonstrations_that_see_are_asked_about_figures_and_right_answers_pass(String model, Expert expert) {
        for (int i = 0; i < DRAWN; i++) {
            Canary canary = canaries.drawFor(model).orElseThrow();
            assertThat(canary.question().expert()).isEqualTo(expert);
            assertThat(canary.answer().isGivenBy(RightAnswers.to(canary)))
                    .as("%s", canary)
                    .isTrue();
            assertThat(canary.answer().isGivenBy(RightAnswers.wrong(canary.question())))
                    .isFalse();
        }
        assertThat(files.files()).as("no picture comes twice").hasSize(DRAWN);
        assertThat(canaries.pick(Set.of(), Set.of(model))).contains(model);
        assertThat(canaries.draw(Set.of(expert)))
                .as("no other model that sees was measured with figures")
                .isEmpty();
    }

    @Test
    void an_answer_to_one_is_seldom_the_answer_to_another() {
        TaskOutput kept = RightAnswers.to(draw(Expert.CHAT));
        long luck = 0;
        for (int i = 0; i < DRAWN; i++) {
            luck += draw(Expert.CHAT).answer().isGivenBy(kept) ? 1 : 0;
        }
        assertThat(luck).isLessThan(DRAWN / 30);
    }

    @ParameterizedTest
    @EnumSource(names = {"DOCUMENT", "IMAGE", "AUDIO"})
    void no_file_comes_twice(Expert expert) {
        for (int i = 0; i < DRAWN; i++) {
            draw(expert);
        }
        assertThat(files.files()).hasSize(DRAWN);
    }

    @Test
    void questions_seldom_come_twice() {
        Map<TaskInput, Integer> seen = new HashMap<>();
        for (int i = 0; i < DRAWN; i++) {
            seen.merge(draw(Expert.EMBEDDING).question(), 1, Integer::sum);
            seen.merge(draw(Expert.CHAT).question(), 1, Integer::sum);
        }
        assertThat(seen.size()).isGreaterThan(2 * DRAWN * 9 / 10);
    }

    @Test
    void the_fact_stands_in_the_file_once() {
        Set<FileType> types = EnumSet.noneOf(FileType.class);
        for (int i = 0; i < DRAWN; i++) {
            Canary canary = draw(Expert.DOCUMENT);
            Attachment file = canary.question().attachments().getFirst();
            types.add(file.type());
            if (file.type() == FileType.TEXT && canary.answer() instanceof KnownQuote quote) {
                String text = new String(content(canary), StandardCharsets.UTF_8);
                assertThat(text.split(Pattern.quote(quote.fact()), -1)).hasSize(2);
                assertThat(quote.others())
                        .hasSizeGreaterThan(KnownQuote.OTHERS_FORGIVEN)
                        .allMatch(text::contains);
                assertThat(quote.isGivenBy(new TaskOutput.Document(text, List.of(), AnswerOrigin.QUOTED)))
                        .isFalse();
            }
        }
        assertThat(types)
                .containsExactlyInAnyOrder(
                        FileType.TEXT, FileType.MARKDOWN, FileType.DOCX, FileType.PDF, FileType.HELIOS_TEXT);
    }

    @Test
    void a_recording_declares_the_language_that_is_spoken_as_often_as_members_programs_do() {
        int same = 0;
        for (int i = 0; i < DRAWN; i++) {
            Canary canary = draw(Expert.AUDIO);
            same += canary.answer() instanceof KnownSpeech(Language spoken, List<String> _)
                            && spoken == canary.question().language()
                    ? 1
                    : 0;
        }
        assertThat(same).isBetween(DRAWN * 8 / 10, DRAWN * 97 / 100);
    }

    @Test
    void files_count_as_those_of_members_do() {
        for (int i = 0; i < DRAWN / 3; i++) {
            Canary heard = draw(Expert.AUDIO);
            ByteBuffer head = ByteBuffer.wrap(content(heard)).order(ByteOrder.LITTLE_ENDIAN);
            long seconds =
                    Math.ceilDiv(heard.question().attachments().getFirst().bytes(), head.getInt(28));
            assertThat(heard.asked().measure()).isEqualTo(new Measure(0, 0, seconds, 0, 0));
            assertThat(seconds).isBetween(7L, 25L);
            assertThat(draw(Expert.DOCUMENT).asked().measure().pages()).isEqualTo(1);
            assertThat(draw(Expert.IMAGE).asked().measure().images()).isEqualTo(1);
        }
    }

    @Test
    void a_sign_is_dark_on_light_and_not_too_large() throws Exception {
        Canary canary = draw(Expert.IMAGE);
        byte[] content = content(canary);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(content));

        assertThat(picture.getRaster().getSample(0, 0, 0)).isGreaterThan(200);
        assertThat(picture.getWidth()).isBetween(200, 1_200);
        assertThat(content.length).isLessThan(1_000_000);
        int dark = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                dark += picture.getRaster().getSample(x, y, 0) < 100 ? 1 : 0;
            }
        }
        assertThat(dark).isGreaterThan(1_000);
    }
}
