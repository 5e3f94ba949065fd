/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Language;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdleVoiceTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private String heard(Language language, WorkerReport... reports) {
        IdleVoice voice = new IdleVoice(language, new PrintStream(shown, true, StandardCharsets.UTF_8));
        for (WorkerReport report : reports) {
            voice.accept(report);
        }
        return shown.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE,EN,does not answer",
        "UNREACHABLE,ES,no responde",
        "REFUSED,EN,helios account leave",
        "REFUSED,ES,helios account leave",
        "KEY_LOCKED,EN,keyring",
        "KEY_LOCKED,ES,depósito de claves",
        "REPLACED,EN,taken its place",
        "PROTOCOL_VIOLATION,ES,no es la red"
    })
    void whoever_watches_is_told_why_a_worker_is_out_of_touch(SessionEnd end, Language language, String words) {
        assertThat(heard(language, new WorkerReport.Disconnected(end)))
                .contains(words)
                .hasLineCount(1);
    }

    @Test
    void it_is_told_once_until_the_worker_was_back() {
        WorkerReport gone = new WorkerReport.Disconnected(SessionEnd.UNREACHABLE);

        assertThat(heard(Language.EN, gone, gone, new WorkerReport.Connected("s"), gone))
                .hasLineCount(2);
    }

    @Test
    void an_end_in_good_order_is_no_news() {
        assertThat(heard(
                        Language.EN,
                        new WorkerReport.Disconnected(SessionEnd.CLOSED),
                        new WorkerReport.Disconnected(SessionEnd.STOPPING)))
                .isEmpty();
    }
}
