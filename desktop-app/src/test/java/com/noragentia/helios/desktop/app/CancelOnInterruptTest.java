/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.desktop.network.ScriptedOrchestrator;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.task.Language;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class CancelOnInterruptTest {

    @TempDir
    private Path temporary;

    @Test
    void a_job_that_is_accepted_after_ctrl_c_is_cancelled_too() throws Exception {
        DataFolder folder = new DataFolder(temporary).create();
        DeviceIdentity device = DeviceIdentity.of(folder, new SecureRandom());
        PrintStream stream = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(stream, stream, false);
        Surroundings around = Surroundings.of(terminal, Language.EN, folder);
        try (ScriptedOrchestrator orchestrator =
                new ScriptedOrchestrator(device.key().verifyingKey())) {
            new Membership(
                            orchestrator.address(),
                            "member",
                            device.id(),
                            orchestrator.key().verifyingKey().encoded())
                    .save(folder);
            try (NetworkClient network =
                            new NetworkAccess(around, new StatusLine(terminal)).client(orchestrator.address());
                    CancelOnInterrupt watch = CancelOnInterrupt.watch(network, around)) {
                Thread ctrlC = Thread.ofPlatform().start(() -> watch.interrupted(network, around));
                watch.accepted("job-7");
                ctrlC.join();
            }
            assertThat(orchestrator.requests("jobs/job-7"))
                    .extracting(request -> request.getMethod())
                    .containsExactly("DELETE");
        }
    }
}
