/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.installation.DataFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SupervisorRulesTest {

    @TempDir
    private Path temporary;

    @Test
    void restarts_come_ever_more_slowly_until_a_life_was_healthy() {
        RestartDelay delay = new RestartDelay();

        List<Long> waits = Stream.generate(() -> delay.after(Duration.ZERO).toMillis())
                .limit(8)
                .toList();

        assertThat(waits).containsExactly(200L, 400L, 800L, 1_600L, 3_200L, 6_400L, 10_000L, 10_000L);
        assertThat(delay.after(Duration.ofSeconds(60))).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void the_port_stays_the_same_until_another_program_takes_it() throws Exception {
        DataFolder folder = new DataFolder(temporary).create();
        int free = freePort();
        assertThat(PortChoice.choose(folder, Optional.of(free))).isEqualTo(free);
        assertThat(PortChoice.choose(folder, Optional.empty())).isEqualTo(free);

        try (ServerSocket taken = new ServerSocket(free, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThat(PortChoice.choose(folder, Optional.empty())).isNotEqualTo(free);
            assertThatThrownBy(() -> PortChoice.choose(folder, Optional.of(free)))
                    .isInstanceOf(IOException.class);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void only_an_address_of_this_computer_counts_as_ready() {
        assertThat(ReadyLine.address("helios orchestrator ready http://127.0.0.1:8437"))
                .contains(URI.create("http://127.0.0.1:8437"));
        assertThat(ReadyLine.address("helios orchestrator ready http://evil.example:80"))
                .isEmpty();
        assertThat(ReadyLine.address("almost helios orchestrator ready http://127.0.0.1:1"))
                .isEmpty();
    }

    @Test
    void children_get_what_they_need_and_no_secrets() {
        Map<String, String> child = ChildEnvironment.of(
                Map.of("PATH", "/bin", "LC_ALL", "C.UTF-8", "AWS_SECRET_ACCESS_KEY", "s", "JAVA_TOOL_OPTIONS", "-x"));

        assertThat(child)
                .containsOnly(
                        Map.entry("PATH", "/bin"),
                        Map.entry("LC_ALL", "C.UTF-8"),
                        Map.entry("ORT_DISABLE_TELEMETRY", "1"),
                        Map.entry("HELIOS_ACCESS", "everyone"));
        assertThat(ChildEnvironment.of(Map.of("HELIOS_ACCESS", "contributors")))
                .containsEntry("HELIOS_ACCESS", "contributors");
    }

    @Test
    void heaps_are_bounded_and_archives_used_where_a_folder_for_them_is_named() throws Exception {
        Path jar = Files.createFile(temporary.resolve("server.jar"));
        Properties properties = new Properties();
        properties.setProperty("java.home", "/jdk");
        properties.setProperty(ProgramFiles.SERVER_JAR, jar.toString());
        properties.setProperty(ProgramFiles.DESKTOP_JAR, "/d.jar");
        ProgramFiles files = ProgramFiles.of(properties);

        List<String> server = ProgramCommand.orchestrator(files, Path.of("/data"), 8437)
                .line(files.java(), Optional.of(Path.of("/cds")), Path.of("/logs"));
        List<String> worker =
                ProgramCommand.worker(files, Path.of("/data")).line(files.java(), Optional.empty(), Path.of("/logs"));

        assertThat(server)
                .contains(
                        "-Xmx256m",
                        "-XX:ErrorFile=" + Path.of("/logs/hs_err_%p.log"),
                        "-XX:+UseSerialGC",
                        "-XX:SharedArchiveFile=/cds/server.jsa",
                        "--exit-with-parent")
                .containsSequence("-jar", jar.toString(), "run")
                .containsSequence("--port", "8437");
        assertThat(worker)
                .contains("-Xmx1g", "-DOPT_OUT_TRACKING=true", "-Dai.djl.offline=true", "--exit-with-parent")
                .noneMatch(option -> option.contains("SharedArchive"));
    }
}
