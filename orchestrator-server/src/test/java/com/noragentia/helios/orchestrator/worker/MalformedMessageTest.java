/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.message.ToWorker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedMessageTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private Network network;
    private Member member;
    private Member honestDevice;

    @BeforeAll
    void start(@TempDir Path data) {
        network = new Network(data, Clock.systemUTC());
        member = network.firstMember();
        honestDevice = network.anotherDevice(member, "another computer");
    }

    @AfterAll
    void stop() {
        network.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "{}",
                "null",
                "{\"type\":\"takeover\"}",
                "{\"type\":\"progress\",\"lease\":\"l\"}",
                "{\"type\":\"progress\",\"lease\":null,\"index\":0,\"text\":\"x\"}",
                "{\"type\":\"completed\",\"lease\":\"l\",\"output\":{\"type\":\"poem\"}}",
                "{\"type\":\"open_leases\",\"leases\":[null]}",
                "{\"type\":\"hello\",\"device\":\"d\"}",
            })
    void a_malformed_message_ends_its_session_and_harms_nobody(String text) {
        try (Worker honest = Worker.join(honestDevice).ready();
                Worker rogue = Worker.join(member)) {
            rogue.sayText(text);
            assertThat(rogue.awaitEnd()).startsWith("1008 ");
            String job = member.ask("Still there?");
            honest.complete(honest.hear(ToWorker.RunTask.class), "yes");
            await().atMost(SOON).until(() -> member.status(job).state() == JobState.DONE);
        }
    }
}
