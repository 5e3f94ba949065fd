/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunningNetworkTest {

    private static final URI ADDRESS = URI.create("http://127.0.0.1:8437");

    @TempDir
    private Path temporary;

    private DataFolder folder;

    @BeforeEach
    void prepare() throws Exception {
        folder = new DataFolder(temporary).create();
    }

    @Test
    void an_announced_network_is_found_until_it_is_withdrawn() throws Exception {
        RunningNetwork network = RunningNetwork.supervisedHere(ADDRESS);

        network.announce(folder);
        assertThat(RunningNetwork.of(folder)).contains(network);

        network.withdraw(folder);
        assertThat(RunningNetwork.of(folder)).isEmpty();
    }

    @Test
    void an_announcement_whose_supervisor_died_is_stale() throws Exception {
        Process shortLived = new ProcessBuilder("true").start();
        RunningNetwork dead = new RunningNetwork(
                ADDRESS,
                shortLived.pid(),
                RunningNetwork.supervisedHere(ADDRESS).startedAt());
        shortLived.waitFor();
        dead.announce(folder);

        assertThat(RunningNetwork.of(folder)).isEmpty();
    }

    @Test
    void another_program_with_the_same_process_number_is_not_taken_for_the_supervisor() throws Exception {
        RunningNetwork self = RunningNetwork.supervisedHere(ADDRESS);
        new RunningNetwork(ADDRESS, self.supervisor(), self.startedAt().minus(Duration.ofHours(1))).announce(folder);

        assertThat(RunningNetwork.of(folder)).isEmpty();
    }

    @Test
    void a_spoilt_file_counts_as_no_network() throws Exception {
        Files.writeString(folder.file("network.json"), "{\"url\":12,");

        assertThat(RunningNetwork.of(folder)).isEmpty();
    }

    @Test
    void the_announcement_of_another_supervisor_is_not_withdrawn() throws Exception {
        RunningNetwork mine = RunningNetwork.supervisedHere(ADDRESS);
        RunningNetwork other = RunningNetwork.supervisedHere(URI.create("http://127.0.0.1:9000"));
        other.announce(folder);

        mine.withdraw(folder);

        assertThat(RunningNetwork.of(folder)).contains(other);
    }
}
