/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportedProblemTest {

    @Test
    void a_problem_that_a_worker_may_cause_is_kept() {
        Problem told =
                new Problem(ProblemCode.DOCUMENT_ENCRYPTED, "asks for a password", Map.of("file", "a\u00f1o.pdf"));
        assertThat(ReportedProblem.rebuilt(told)).isEqualTo(told);
    }

    @Test
    void a_problem_that_is_none_of_a_workers_business_becomes_internal() {
        assertThat(ReportedProblem.rebuilt(Problem.of(ProblemCode.UNAUTHENTICATED, "log in again"))
                        .code())
                .isEqualTo(ProblemCode.INTERNAL);
    }

    @Test
    void that_a_question_or_what_a_model_is_told_does_not_fit_the_model_reaches_the_member() {
        Problem question = new Problem(
                ProblemCode.QUESTION_TOO_LONG, "does not fit", Map.of("limit", "700", "reason", "for-model"));
        Problem system = new Problem(
                ProblemCode.OPTION_OUT_OF_RANGE,
                "no room",
                Map.of("option", "system", "limit", "70", "reason", "text"));

        assertThat(ReportedProblem.rebuilt(question)).isEqualTo(question);
        assertThat(ReportedProblem.rebuilt(system)).isEqualTo(system);
    }

    @Test
    void why_a_file_is_not_read_reaches_the_member() {
        Problem form = new Problem(
                ProblemCode.FILE_TYPE_UNSUPPORTED, "packed", Map.of("file", "a.wav", "reason", "recording"));
        Problem empty =
                new Problem(ProblemCode.DOCUMENT_EMPTY, "empty", Map.of("file", "a.docx", "reason", "no-pages"));

        assertThat(ReportedProblem.rebuilt(form)).isEqualTo(form);
        assertThat(ReportedProblem.rebuilt(empty)).isEqualTo(empty);
    }

    @Test
    void values_that_nobody_knows_are_dropped_and_long_texts_are_cut() {
        Problem rebuilt = ReportedProblem.rebuilt(new Problem(
                ProblemCode.FILE_UNREADABLE,
                "one\ntwo\u0085three" + "x".repeat(1_000),
                Map.of("file", "f".repeat(1_000), "reason", "port-taken", "link", "http://example.org")));
        assertThat(rebuilt.values()).isEqualTo(Map.of("file", "f".repeat(ReportedProblem.VALUE_CHARACTERS)));
        assertThat(rebuilt.detail()).startsWith("one two three").hasSize(ReportedProblem.DETAIL_CHARACTERS);
    }
}
