/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryWishTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "???",
                "Summarise this, please.",
                "Give me a SUMMARY",
                "sum\n it up",
                "What is this about?",
                "TL;DR",
                "Resume el documento",
                "Haz un resumen.",
                "Resúmelo",
                "¿De qué trata?",
                "¿Cuáles son las ideas principales?"
            })
    void a_wish_for_a_summary_is_known_in_both_languages(String message) {
        assertThat(SummaryWish.isIn(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How high is it?",
                "When does the harbour open?",
                "¿Cuánto mide?",
                "Who presumed that?",
                "What is the sum of both bills?",
                "¿Cuándo se reanuda la reunión?"
            })
    void a_question_is_none(String message) {
        assertThat(SummaryWish.isIn(message)).isFalse();
    }

    @Test
    void a_long_message_takes_no_longer_than_its_length() {
        String hostile = "resum".repeat(200_000) + " sum it".repeat(100_000);

        assertTimeout(Duration.ofSeconds(5), () -> SummaryWish.isIn(hostile));
    }
}
