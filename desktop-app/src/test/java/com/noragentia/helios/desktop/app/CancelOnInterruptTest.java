/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.desktop.network.ScriptedOrchestrator;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class CancelOnInterruptTest {

    @TempDir
    private Path temporary;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Surroundings around;
    private ScriptedOrchestrator orchestrator;

    @BeforeEach
    void join() throws Exception {
        DataFolder folder = new DataFolder(temporary).create();
        DeviceIdentity device = DeviceIdentity.of(folder, new SecureRandom());
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        around = Surroundings.of(
                new Terminal(out, new PrintStream(err, true, StandardCharsets.UTF_8), false), Language.EN, folder);
        orchestrator = new ScriptedOrchestrator(device.key().verifyingKey());
        new Membership(
                        orchestrator.address(),
                        "member",
                        device.id(),
                        orchestrator.key().verifyingKey().encoded())
                .save(folder);
    }

    @AfterEach
    void leave() {
        orchestrator.close();
    }

    private NetworkClient client(StatusLine status) throws IOException {
        return new NetworkAccess(around, status).client(orchestrator.address());
    }

    @Test
    void a_job_that_is_accepted_after_ctrl_c_is_cancelled_too() throws Exception {
        try (NetworkClient network = client(new StatusLine(around.terminal()));
                CancelOnInterrupt watch = CancelOnInterrupt.watch(network, around)) {
            Thread ctrlC = Thread.ofPlatform().start(() -> watch.interrupted(network, around));
            watch.accepted("job-7");
            ctrlC.join();
        }
        assertThat(orchestrator.requests("jobs/job-7"))
                .extracting(request -> request.getMethod())
                .containsExactly("DELETE");
    }

    @Test
    void that_a_question_was_taken_back_is_said_once() throws Exception {
        orchestrator.tells(new JobEvent.Queued(1));
        StatusLine status = new StatusLine(around.terminal());
        JobRequest request = new JobRequest(new TaskInput.Chat(Language.EN, "Hi", List.of(), List.of()), null, null);
        try (NetworkClient network = client(status)) {
            CancelOnInterrupt hook = CancelOnInterrupt.watch(network, around);
            Thread ctrlC = Thread.ofPlatform().start(() -> {
                await().until(() -> !orchestrator.requests("/events").isEmpty());
                hook.interrupted(network, around);
                orchestrator.tells(new JobEvent.Cancelled());
            });

            Optional<AskCommand.Answered> answered =
                    AskCommand.follow(network, request, new AnswerView(around, status, false), hook);

            ctrlC.join();
            assertThat(answered).as("nothing is left to say").isEmpty();
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).containsOnlyOnce("The question was taken back.");
    }
}
