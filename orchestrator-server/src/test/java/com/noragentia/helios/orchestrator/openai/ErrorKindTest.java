/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.ProblemCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorKindTest {

    @ParameterizedTest
    @EnumSource
    void every_problem_of_ours_has_a_status_that_clients_know(ProblemCode code) {
        ErrorKind kind = ErrorKind.of(code);

        assertThat(kind.status()).isNotEqualTo(422).isBetween(400, 503);
        assertThat(kind.status() >= 500)
                .as("whose fault it is")
                .isEqualTo(code.status() >= 500 || kind.status() == 503);
        assertThat(kind.code()).matches("[a-z_]+");
    }
}
