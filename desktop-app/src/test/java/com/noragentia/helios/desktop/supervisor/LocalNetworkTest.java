/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.DeviceIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class LocalNetworkTest {

    @TempDir
    private Path temporary;

    @Test
    void an_orchestrator_that_exits_at_once_is_tried_on_other_ports_and_given_up_with_its_last_words()
            throws Exception {
        DataFolder folder = new DataFolder(temporary.resolve("data")).create();
        Path noProgram = Files.writeString(temporary.resolve("server.jar"), "no archive");
        ProgramFiles files = new ProgramFiles(
                Path.of(System.getProperty("java.home", ""), "bin", "java"),
                "",
                Optional.of(noProgram),
                Optional.empty());
        AtomicInteger chosen = new AtomicInteger();
        BlockingQueue<NetworkEvent> events = new LinkedBlockingQueue<>();

        try (LocalNetwork network = new LocalNetwork(
                folder,
                DeviceIdentity.of(folder, new SecureRandom()),
                new ProgramStarter(files, Map.of()),
                chosen::incrementAndGet,
                events::add,
                Clock.systemUTC())) {
            network.begin();

            assertThat(events.poll(20, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            NetworkEvent.GivenUp.class,
                            event -> assertThat(event.lastWords()).contains("server.jar"));
            assertThat(chosen).hasValue(WatchedProgram.HOPELESS_STARTS);
        }
    }
}
