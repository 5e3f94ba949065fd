/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

    @Test
    void a_problem_reads_as_rfc_9457_says() {
        Problem problem = new Problem(ProblemCode.ATTACHMENT_TOO_LARGE, "over 25 MB", Map.of("file", "big.pdf"));

        assertThat(JsonCodec.encodeToString(problem))
                .contains("\"type\":\"urn:helios:problem:attachment-too-large\"")
                .contains("\"title\":\"attachment too large\"")
                .contains("\"status\":413")
                .contains("\"code\":\"attachment-too-large\"");
    }

    @ParameterizedTest
    @EnumSource
    void every_code_survives_the_wire(ProblemCode code) throws WireException {
        Problem problem = Problem.of(code, "x");

        assertThat(JsonCodec.decode(JsonCodec.encode(problem), Problem.class, 4_096))
                .isEqualTo(problem);
    }

    @Test
    void a_code_that_a_newer_peer_invented_is_an_internal_problem() throws WireException {
        Problem read =
                JsonCodec.decode("{\"code\":\"moon-eclipsed\",\"detail\":\"x\",\"values\":{}}", Problem.class, 4_096);

        assertThat(read.code()).isEqualTo(ProblemCode.INTERNAL);
        assertThat(read.detail()).isEqualTo("x");
        assertThat(read.values()).containsOnly(Map.entry(Problem.UNKNOWN_CODE, "moon-eclipsed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "E 42", "\\u001b[2J", "UPPER", "internal"})
    void what_is_no_code_at_all_is_not_kept(String code) throws WireException {
        Problem read =
                JsonCodec.decode("{\"code\":\"" + code + "\",\"detail\":\"x\",\"values\":{}}", Problem.class, 4_096);

        assertThat(read).isEqualTo(Problem.of(ProblemCode.INTERNAL, "x"));
    }
}
