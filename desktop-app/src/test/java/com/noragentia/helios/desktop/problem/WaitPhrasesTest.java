/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.JobStatus;
import com.noragentia.helios.protocol.api.WaitReason;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaitPhrasesTest {

    private final WaitPhrases english = new WaitPhrases(Language.EN);
    private final WaitPhrases spanish = new WaitPhrases(Language.ES);

    @ParameterizedTest
    @EnumSource
    void every_reason_has_words_in_both_languages(WaitReason reason) {
        for (int position = 0; position < 4; position++) {
            WaitFacts facts = new WaitFacts(position, null, reason);
            assertThat(english.sentence(facts)).endsWith(".").doesNotContain("{");
            assertThat(spanish.sentence(facts)).endsWith(".").isNotEqualTo(english.sentence(facts));
        }
    }

    @Test
    void an_estimate_is_told_in_seconds_or_minutes() {
        assertThat(english.sentence(new WaitFacts(2, 40_000L, WaitReason.QUEUE)))
                .isEqualTo("2 questions are before yours. Answer in about 40 s.");
        assertThat(spanish.sentence(new WaitFacts(1, 170_000L, null)))
                .isEqualTo("Hay una pregunta antes que la tuya. Respuesta en unos 3 min.");
        assertThat(english.sentence(new WaitFacts(0, 0L, null))).endsWith("about 1 s.");
        assertThat(english.sentence(new WaitFacts(0, -5L, null))).doesNotContain("about");
    }

    @Test
    void a_model_that_nobody_could_load_is_said_to_be_the_cause() {
        WaitFacts refused = new WaitFacts(0, null, WaitReason.MODEL_REFUSED);
        assertThat(english.sentence(refused))
                .contains("could not load the model")
                .contains("logs/worker.log");
        assertThat(spanish.sentence(refused)).contains("no ha podido cargar el modelo");
    }

    @Test
    void a_reason_of_a_newer_network_is_passed_over() throws WireException {
        String json = "{\"job\":\"j\",\"state\":\"queued\",\"acceptedAt\":\"2026-03-01T12:00:00Z\",\"attempts\":0,"
                + "\"position\":3,\"is_possible\":POSSIBLE,\"reason\":\"wrong_moon_phase\",\"parts\":1,\"partsDone\":0}";
        assertThat(english.sentence(facts(json.replace("POSSIBLE", "true"))))
                .isEqualTo("3 questions are before yours.");
        assertThat(english.sentence(facts(json.replace("POSSIBLE", "false"))))
                .startsWith("No computer that can answer this is online.");
    }

    private static WaitFacts facts(String json) throws WireException {
        return WaitFacts.of(JsonCodec.decode(json, JobStatus.class, 10_000));
    }
}
