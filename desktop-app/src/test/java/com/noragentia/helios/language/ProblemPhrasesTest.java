/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.task.Language;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ProblemPhrasesTest {

    static Stream<Arguments> everyCodeInEveryLanguage() {
        return Arrays.stream(ProblemCode.values())
                .flatMap(code -> Arrays.stream(Language.values()).map(language -> Arguments.of(code, language)));
    }

    @ParameterizedTest
    @MethodSource("everyCodeInEveryLanguage")
    void every_problem_has_a_sentence_that_ends_as_one(ProblemCode code, Language language) {
        ProblemPhrases phrases = new ProblemPhrases(language);

        assertThat(phrases.sentence(Problem.of(code, "detail")))
                .endsWith(".")
                .doesNotContain("{")
                .doesNotContain("detail");
        assertThat(phrases.sentence(new Problem(code, "detail", Map.of("file", "a.pdf", "limit", "5"))))
                .endsWith(".")
                .doesNotContain("{");
    }

    @ParameterizedTest
    @MethodSource("everyCodeInEveryLanguage")
    void the_two_languages_differ(ProblemCode code, Language language) {
        Language other = language == Language.EN ? Language.ES : Language.EN;

        assertThat(new ProblemPhrases(language).sentence(Problem.of(code, "")))
                .isNotEqualTo(new ProblemPhrases(other).sentence(Problem.of(code, "")));
    }

    @Test
    void the_file_and_the_limit_are_named_where_they_are_known() {
        Problem problem =
                new Problem(ProblemCode.ATTACHMENT_TOO_LARGE, "", Map.of("file", "año {0}.pdf", "limit", "26214400"));

        assertThat(new ProblemPhrases(Language.ES).sentence(problem))
                .isEqualTo("El archivo «año {0}.pdf» es demasiado grande; se permiten 25 MB."
                        + " Envía uno más pequeño o solo la parte que importa.");
    }

    @Test
    void a_debt_of_less_than_a_credit_is_told_as_what_it_is() {
        Problem spent = new Problem(ProblemCode.CREDITS_SPENT, "", Map.of("limit", "0.579"));

        assertThat(new ProblemPhrases(Language.EN).sentence(spent)).contains("more than 0.579 credits");
        assertThat(new ProblemPhrases(Language.ES).sentence(spent)).contains("más de 0,579 créditos");
    }

    @Test
    void what_is_too_dear_is_told_with_its_cost_and_what_one_has() {
        Problem dear = new Problem(
                ProblemCode.QUESTION_TOO_DEAR, "", Map.of("cost", "20.5545", "have", "-0.1", "limit", "0.193"));

        assertThat(new ProblemPhrases(Language.EN).sentence(dear))
                .contains("could cost 20.5545 credits", "You have -0.1", "no further than 0.193 below zero");
        assertThat(new ProblemPhrases(Language.ES).sentence(dear))
                .contains("costar 20,5545 créditos", "Tienes -0,1", "más de 0,193 por debajo");
    }

    @Test
    void a_limit_is_written_as_the_language_writes_numbers() {
        Problem problem = new Problem(ProblemCode.QUESTION_TOO_LONG, "", Map.of("limit", "20000"));

        assertThat(new ProblemPhrases(Language.EN).sentence(problem)).contains("20,000 characters");
        assertThat(new ProblemPhrases(Language.ES).sentence(problem)).contains("20.000 caracteres");
    }

    @Test
    void a_named_model_that_reads_no_files_is_not_said_to_be_missing() {
        Problem problem = new Problem(
                ProblemCode.MODEL_UNKNOWN,
                "",
                Map.of("model", "helios-demo-1", "offered", "", "reason", "reads-no-files"));

        assertThat(new ProblemPhrases(Language.EN).sentence(problem))
                .startsWith("The model “helios-demo-1” reads no files.");
        assertThat(new ProblemPhrases(Language.ES).sentence(problem))
                .startsWith("El modelo «helios-demo-1» no lee archivos.");
    }

    @Test
    void a_question_that_is_too_long_for_a_model_is_not_simply_sent_to_it_in_a_file() {
        Problem problem = new Problem(ProblemCode.QUESTION_TOO_LONG, "", Map.of("limit", "700", "reason", "for-model"));

        assertThat(new ProblemPhrases(Language.EN).sentence(problem)).contains("about 700 characters", "name no model");
        assertThat(new ProblemPhrases(Language.ES).sentence(problem)).contains("unos 700 caracteres", "no nombres");
    }

    @Test
    void where_the_network_says_when_to_come_back_that_is_said_and_nothing_vague() {
        Problem full = new Problem(ProblemCode.QUEUE_FULL, "", Map.of("retryAfter", "12"));
        Problem late = new Problem(ProblemCode.INTERNAL, "", Map.of("retryAfter", "1000"));
        Problem garbage = new Problem(ProblemCode.QUEUE_FULL, "", Map.of("retryAfter", "-1; soon"));

        assertThat(new ProblemPhrases(Language.EN).sentence(full))
                .isEqualTo("Too many questions are waiting. Try again in 12 s.");
        assertThat(new ProblemPhrases(Language.ES).sentence(full)).endsWith("Inténtalo de nuevo en 12 s.");
        assertThat(new ProblemPhrases(Language.EN).sentence(late)).endsWith("Try again in 17 min.");
        assertThat(new ProblemPhrases(Language.EN).sentence(garbage)).contains("in a few minutes");
    }

    @Test
    void what_to_do_with_an_unread_form_and_an_empty_document_fits_the_file() {
        Problem packed =
                new Problem(ProblemCode.FILE_TYPE_UNSUPPORTED, "", Map.of("file", "a.wav", "reason", "recording"));
        Problem empty = new Problem(ProblemCode.DOCUMENT_EMPTY, "", Map.of("file", "a.docx", "reason", "no-pages"));

        assertThat(new ProblemPhrases(Language.EN).sentence(packed)).contains("“a.wav”", "8 to 192 kHz");
        assertThat(new ProblemPhrases(Language.ES).sentence(packed)).contains("«a.wav»", "8 a 192 kHz");
        assertThat(new ProblemPhrases(Language.EN).sentence(empty))
                .contains("“a.docx”")
                .doesNotContain("scan");
        assertThat(new ProblemPhrases(Language.ES).sentence(empty))
                .contains("«a.docx»")
                .doesNotContain("escane");
    }

    @Test
    void an_unknown_reason_changes_nothing() {
        Problem problem = new Problem(ProblemCode.REQUEST_INVALID, "", Map.of("reason", "../../etc"));

        assertThat(new ProblemPhrases(Language.EN).sentence(problem))
                .isEqualTo(new ProblemPhrases(Language.EN).sentence(Problem.of(ProblemCode.REQUEST_INVALID, "")));
    }
}
