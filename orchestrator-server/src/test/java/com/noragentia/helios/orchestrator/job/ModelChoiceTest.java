/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelChoiceTest {

    private static final ModelOnOffer QUOTES = new ModelOnOffer("quotes", Set.of(Expert.CHAT, Expert.DOCUMENT), false);
    private static final ModelOnOffer WRITES = new ModelOnOffer("writes", Set.of(Expert.CHAT), false);
    private static final ModelOnOffer SHOWS = new ModelOnOffer("shows", Set.of(Expert.CHAT), true);
    private static final ModelOnOffer READS = new ModelOnOffer("reads", Set.of(Expert.CHAT, Expert.DOCUMENT), false);
    private static final Attachment FILE = new Attachment("0".repeat(64), "a.txt", FileType.TEXT, 1);

    private final ModelChoice choice = new ModelChoice(() -> List.of(WRITES, QUOTES, SHOWS), List.of(READS));

    private static JobRequest chat(@Nullable String model, Attachment... files) {
        return new JobRequest(new TaskInput.Chat(Language.EN, "Hi", List.of(), List.of(files)), null, model);
    }

    @Test
    void who_names_none_gets_any() {
        assertThat(choice.of(chat(null))).isEmpty();
        assertThat(choice.of(chat("auto"))).isEmpty();
    }

    @Test
    void who_names_one_gets_it_even_one_that_only_demonstrates() {
        assertThat(choice.of(chat("shows"))).contains("shows");
        assertThat(choice.of(chat("quotes", FILE))).contains("quotes");
    }

    @Test
    void files_go_to_a_model_that_reads_them() {
        assertThat(choice.of(chat(null, FILE))).contains("quotes");
        assertThat(new ModelChoice(() -> List.of(QUOTES, SHOWS), List.of()).of(chat(null, FILE)))
                .isEmpty();
    }

    @Test
    void a_name_that_nobody_bears_is_answered_with_those_there_are() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> choice.of(chat("gpt")))
                .satisfies(e -> {
                    assertThat(e.problem().code()).isEqualTo(ProblemCode.MODEL_UNKNOWN);
                    assertThat(e.problem().values())
                            .containsEntry("model", "gpt")
                            .doesNotContainKey("reason")
                            .containsEntry("offered", "writes, quotes, shows");
                });
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> choice.of(chat("writes", FILE)))
                .satisfies(e -> assertThat(e.problem().values())
                        .containsEntry("offered", "quotes")
                        .containsEntry("reason", "reads-no-files"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> choice.of(chat("x".repeat(65))))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.REQUEST_INVALID));
    }

    @Test
    void a_model_that_could_be_installed_and_would_answer_is_said_to_be() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> choice.of(chat("reads", FILE)))
                .satisfies(e -> assertThat(e.problem().values())
                        .containsEntry("model", "reads")
                        .containsEntry("reason", "not-installed")
                        .containsEntry("offered", "quotes"));
        TaskInput picture = new TaskInput.Image(Language.EN, "", List.of(FILE));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> choice.of(new JobRequest(picture, null, "reads")))
                .satisfies(e -> assertThat(e.problem().values()).doesNotContainKey("reason"));
    }

    @Test
    void a_model_that_is_there_but_for_something_else_is_not_said_to_be_missing() {
        TaskInput picture = new TaskInput.Image(Language.EN, "", List.of(FILE));
        TaskInput document = new TaskInput.Document(Language.EN, "", TaskInput.DocumentGoal.SUMMARY, List.of(FILE));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> choice.of(new JobRequest(picture, null, "quotes")))
                .satisfies(e -> assertThat(e.problem().values()).containsEntry("reason", "other-questions"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> choice.of(new JobRequest(document, null, "shows")))
                .satisfies(e -> assertThat(e.problem().values())
                        .containsEntry("reason", "reads-no-files")
                        .containsEntry("offered", "quotes"));
    }

    @Test
    void where_all_there_is_must_be_named_nobody_gets_it_by_chance() {
        ModelChoice onlyShows = new ModelChoice(() -> List.of(SHOWS), List.of());

        assertThat(onlyShows.of(chat("shows"))).isEqualTo(Optional.of("shows"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> onlyShows.of(chat(null)))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.MODEL_MISSING));
    }
}
