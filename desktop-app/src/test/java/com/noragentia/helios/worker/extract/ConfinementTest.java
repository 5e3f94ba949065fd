/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.noragentia.helios.protocol.task.FileType;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the operating system keeps from a child that a file has taken over; with the real tools where this computer has them. */
@EnabledOnOs(OS.LINUX)
final class ConfinementTest {

    private static final String REFUSES = """
            #!/bin/sh
            echo "bwrap: No permissions to create new namespace" >&2
            exit 1
            """;

    /** As the real one, without its effect. */
    private static final String PASSES_ON = """
            #!/bin/sh
            while [ "$1" != "--" ]; do shift; done
            shift
            exec "$@"
            """;

    @TempDir
    Path tools;

    @TempDir
    Path rooms;

    @TempDir
    Path outside;

    private ChildCommand free;

    @BeforeEach
    void findChild() {
        free = ChildCommand.ofThisProcess(rooms, Optional.empty());
    }

    @Test
    void without_tools_a_child_is_as_free_as_its_parent_and_that_is_said() throws Exception {
        assertThat(strongestIn(List.of(tools)).tools()).isEmpty();
        assertThat(escape(new Confinement.None()))
                .contains(
                        "read: yes",
                        "write: yes",
                        "call: yes",
                        "see the parent: yes",
                        "large file: yes",
                        "its room: yes");
    }

    @Test
    void under_bubblewrap_nothing_but_the_room_is_there() throws Exception {
        Confinement bubblewrap = real("bubblewrap");

        assertThat(escape(bubblewrap))
                .contains("read: no", "write: no", "call: no", "see the parent: no", "keep in memory: no")
                .contains("its room: yes");
    }

    @Test
    void under_prlimit_files_and_processor_time_end() throws Exception {
        Confinement limits = real("prlimit");

        List<String> report = escape(limits);

        assertThat(report).contains("large file: no", "its room: yes");
        assertThat(report.getLast())
                .containsPattern("Max cpu time +%d +%<d".formatted(ProcessLimits.PROCESSOR_SECONDS))
                .containsPattern("Max core file size +0 +0")
                .containsPattern("Max open files +%d +%<d".formatted(ProcessLimits.OPEN_FILES));
    }

    @Test
    void a_tool_that_is_there_but_forbidden_is_passed_over() throws Exception {
        command("bwrap", REFUSES);
        assertThat(strongestIn(List.of(tools)).tools()).isEmpty();

        command("prlimit", PASSES_ON);
        assertThat(strongestIn(List.of(tools)).tools()).containsExactly("prlimit");
    }

    @Test
    void a_tool_that_runs_something_else_is_passed_over() throws Exception {
        command("bwrap", "#!/bin/sh\nexit 0\n");

        assertThat(strongestIn(List.of(tools)).tools()).isEmpty();
    }

    @Test
    void both_tools_are_better_than_one() throws Exception {
        command("bwrap", PASSES_ON);
        command("prlimit", PASSES_ON);

        assertThat(strongestIn(List.of(tools)).tools()).containsExactly("prlimit", "bubblewrap");
    }

    @Test
    void only_whole_paths_are_searched_for_tools() {
        assertThat(ConfinementSearch.foldersOf("bin:/usr/bin::.:/opt/x y", ":"))
                .containsExactly(Path.of("/usr/bin"), Path.of("/opt/x y"));
    }

    @Test
    void a_confined_child_reads_files_outlives_the_thread_that_asked_and_leaves_nothing() throws Exception {
        Path file = Files.writeString(outside.resolve("a.txt"), "Some words.");
        try (ExtractionLine line = lineOfAnotherThread()) {
            ProcessHandle waiting = ProcessHandle.of(line.waitingPid()).orElseThrow();
            List<ProcessHandle> all =
                    Stream.concat(Stream.of(waiting), waiting.descendants()).toList();

            assertThat(line.read(file, Order.toRead(FileType.TEXT))).isInstanceOf(Extraction.Text.class);

            assertThat(line.waitingPid()).as("the next one").isNotEqualTo(waiting.pid());
            Awaitility.await().until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        }
        try (Stream<Path> left = Files.list(rooms)) {
            assertThat(left).isEmpty();
        }
    }

    private ExtractionLine lineOfAnotherThread() throws InterruptedException {
        ExtractionLine[] line = new ExtractionLine[1];
        Thread asks = Thread.ofPlatform()
                .start(() -> line[0] = new ExtractionLine(free.confinedAsCanBe(), Duration.ofSeconds(20)));
        asks.join();
        return line[0];
    }

    private Confinement real(String tool) {
        Confinement found = free.confinedAsCanBe().confinement();
        assumeTrue(found.tools().contains(tool), tool + " works on this computer");
        return found;
    }

    private Confinement strongestIn(List<Path> folders) {
        return new ConfinementSearch(folders, List.of(), ConfinementProbe.of(free)::verdict)
                .strongest()
                .confinement();
    }

    private void command(String name, String script) throws IOException {
        File file = Files.writeString(tools.resolve(name), script).toFile();
        assertThat(file.setExecutable(true)).isTrue();
    }

    private List<String> escape(Confinement confinement) throws Exception {
        Path secret = Files.writeString(outside.resolve("secret"), "Zanzibar");
        Path room = Files.createDirectory(rooms.resolve("room"));
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Process child = free.running(EscapeProgram.class)
                    .confined(confinement)
                    .in(room)
                    .start();
            String orders = "%s%n%s%n%d%n%d%n"
                    .formatted(
                            secret,
                            outside.resolve("escape"),
                            server.getLocalPort(),
                            ProcessHandle.current().pid());
            try (var in = child.getOutputStream()) {
                in.write(orders.getBytes(StandardCharsets.UTF_8));
            }
            assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            Files.deleteIfExists(
                    Path.of("/dev/shm/helios-escape-" + ProcessHandle.current().pid()));
        }
        return Files.readAllLines(room.resolve("report"));
    }
}
