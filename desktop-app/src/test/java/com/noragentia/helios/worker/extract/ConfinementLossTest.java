/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.noragentia.helios.protocol.task.FileType;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What becomes of files while what confined their readers no longer does: a stand-in for bubblewrap breaks in every way. */
@EnabledOnOs(OS.LINUX)
final class ConfinementLossTest {

    /** What stands in the file beside it decides how it breaks. */
    private static final String TOOL = """
            #!/bin/sh
            mode=$(cat "$(dirname "$0")/mode")
            case "$mode $*" in
              refuses*) echo "bwrap: No permissions to create new namespace" >&2; exit 1;;
              hangs*) exec sleep 60;;
              killed*) kill -9 $$;;
              children*ConfinementProbe) ;;
              children*) exit 1;;
              # From the second try on: the first one is somebody else's fault.
              once*) echo works > "$(dirname "$0")/mode"; exit 1;;
            esac
            while [ "$1" != "--" ]; do shift; done
            shift
            exec "$@"
            """;

    private static final Duration LONG = Duration.ofSeconds(20);

    /** How long something that hangs is waited for: a child must have come to life in it even where much else is going on. */
    private static final Duration SHORT = Duration.ofSeconds(6);

    @TempDir
    private Path tools;

    @TempDir
    private Path rooms;

    @TempDir
    private Path cache;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Duration deadline = LONG;
    private Duration patience = LONG;
    private Path file;
    private ChildCommand free;

    @BeforeEach
    void install() throws Exception {
        file = Files.writeString(cache.resolve("a.txt"), "Some words.");
        File tool = Files.writeString(tools.resolve("bwrap"), TOOL).toFile();
        assertThat(tool.setExecutable(true)).isTrue();
        free = ManyFiles.command(rooms);
        mode("works");
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(log);
    }

    @Test
    void a_child_that_does_not_start_confined_is_never_started_free() throws Exception {
        try (ExtractionLine line = line()) {
            assertThat(read(line)).isInstanceOf(Extraction.Text.class);

            mode("children");
            for (int i = 0; i < 2; i++) {
                assertThat(read(line)).isInstanceOf(Extraction.NotStarted.class);
            }
            mode("works");
            assertThat(read(line)).as("later").isInstanceOf(Extraction.Text.class);
        }
    }

    @Test
    void a_tool_that_hangs_or_is_killed_has_not_said_that_it_does_not_work_here() throws Exception {
        deadline = SHORT;
        patience = Duration.ofSeconds(1);
        try (ExtractionLine line = line()) {
            for (String broken : List.of("hangs", "killed")) {
                mode(broken);
                assertThat(read(line)).as(broken).isInstanceOf(Extraction.NotStarted.class);
                assertThat(log.list.getLast().getFormattedMessage()).contains("bubblewrap", "so it is kept");
                mode("works");
                assertThat(read(line)).as(broken).isInstanceOf(Extraction.Text.class);
            }
        }
    }

    /** As where the administrator forbids namespaces while a worker runs. */
    @Test
    void a_tool_that_refuses_costs_a_file_and_the_step_down_is_said() throws Exception {
        try (ExtractionLine line = line()) {
            mode("refuses");

            assertThat(read(line)).isInstanceOf(Extraction.NotStarted.class);
            assertThat(log.list.getLast().getFormattedMessage())
                    .isEqualTo("foreign files were read under [bubblewrap], and are from now on read under []");
            assertThat(read(line)).isInstanceOf(Extraction.Text.class);
        }
        ConfinementFound noted = ConfinementNote.in(cache).strongest(search());
        assertThat(noted.confinement()).isEqualTo(new Confinement.None());
        assertThat(search().without(noted.confinement())).as("for the doctor").containsExactly(Bubblewrap.NAME);
    }

    @Test
    void one_failure_is_no_refusal() throws Exception {
        mode("once");

        assertThat(search().strongest().confinement().tools()).containsExactly(Bubblewrap.NAME);
    }

    @Test
    void where_no_child_starts_at_all_the_tool_is_not_to_blame() throws Exception {
        mode("refuses");
        ChildCommand nowhere = new ChildCommand(
                tools.resolve("java"),
                free.classPath(),
                free.program(),
                rooms,
                Optional.empty(),
                free.confinement(),
                true);

        assertThat(new ConfinementProbe(nowhere, patience).verdict(bubblewrap()))
                .isEqualTo(ProbeVerdict.UNCLEAR);
    }

    @Test
    void who_is_interrupted_while_trying_learns_nothing() {
        Thread.currentThread().interrupt();

        assertThat(search().strongest()).isEqualTo(new ConfinementFound(bubblewrap(), false));
        assertThat(Thread.interrupted()).as("still said").isTrue();
    }

    private Extraction read(ExtractionLine line) throws InterruptedException {
        return line.read(file, Order.toRead(FileType.TEXT));
    }

    private ExtractionLine line() {
        return new ExtractionLine(
                free.confined(bubblewrap()),
                deadline,
                false,
                () -> ConfinementNote.in(cache).anew(search()));
    }

    private Confinement bubblewrap() {
        return new Bubblewrap(tools.resolve("bwrap"), List.of());
    }

    private ConfinementSearch search() {
        ConfinementProbe probe = new ConfinementProbe(free.running(ConfinementProbe.class), patience);
        return new ConfinementSearch(List.of(tools), List.of(), probe::verdict);
    }

    private void mode(String mode) throws Exception {
        Files.writeString(tools.resolve("mode"), mode);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(ExtractionLine.class);
    }
}
