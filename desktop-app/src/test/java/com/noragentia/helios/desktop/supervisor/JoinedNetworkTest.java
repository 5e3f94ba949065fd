/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.RunningNetwork;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class JoinedNetworkTest {

    private static final URI ADDRESS = URI.create("http://127.0.0.1:9");

    @TempDir
    private Path temporary;

    @Test
    void other_commands_find_the_network_of_others_for_as_long_as_this_computer_works_for_it() throws Exception {
        DataFolder folder = new DataFolder(temporary.resolve("data")).create();
        BlockingQueue<NetworkEvent> events = new LinkedBlockingQueue<>();

        try (JoinedNetwork network = network(folder, events)) {
            network.begin();

            assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo(new NetworkEvent.Open(ADDRESS));
            assertThat(RunningNetwork.of(folder).map(RunningNetwork::url)).contains(ADDRESS);
        }

        assertThat(RunningNetwork.of(folder)).isEmpty();
    }

    @Test
    void a_worker_that_exits_at_once_is_given_up_with_its_last_words() throws Exception {
        DataFolder folder = new DataFolder(temporary.resolve("data")).create();
        BlockingQueue<NetworkEvent> events = new LinkedBlockingQueue<>();

        try (JoinedNetwork network = network(folder, events)) {
            network.begin();

            assertThat(events.poll(20, TimeUnit.SECONDS)).isInstanceOf(NetworkEvent.Open.class);
            assertThat(events.poll(30, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            NetworkEvent.GivenUp.class,
                            event -> assertThat(event.lastWords()).contains("WorkerMain"));
        }
    }

    /** One whose worker has no class path to start from. */
    private static JoinedNetwork network(DataFolder folder, BlockingQueue<NetworkEvent> events) {
        ProgramFiles files = new ProgramFiles(
                Path.of(System.getProperty("java.home", ""), "bin", "java"), "", Optional.empty(), Optional.empty());
        return new JoinedNetwork(folder, ADDRESS, new ProgramStarter(files, Map.of()), events::add, Clock.systemUTC());
    }
}
