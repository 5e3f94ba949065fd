/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.task.FileType;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExtractionChildTest {

    @TempDir
    Path folder;

    @TempDir
    Path rooms;

    private Path file;

    @BeforeEach
    void writeFile() throws Exception {
        file = Files.writeString(folder.resolve("a.txt"), "Some words.");
    }

    @Test
    void a_child_that_does_not_end_dies_at_its_deadline() throws Exception {
        assertThat(outcomeOf(StuckProgram.Silent.class, Duration.ofSeconds(4)))
                .isEqualTo(new Extraction.Refused(ProblemCode.DOCUMENT_TOO_COMPLEX));
    }

    /** What holds the child may be stuck, or the computer: the file has not even been opened. */
    @Test
    void a_child_that_is_not_ready_at_its_deadline_says_nothing_about_the_file() throws Exception {
        assertThat(outcomeOf(StuckProgram.Mute.class, Duration.ofMillis(300))).isEqualTo(new Extraction.NotStarted());
    }

    @Test
    void a_child_that_talks_without_end_is_cut_off() throws Exception {
        assertThat(outcomeOf(StuckProgram.Talkative.class, Duration.ofSeconds(20)))
                .isEqualTo(new Extraction.Refused(ProblemCode.DOCUMENT_TOO_COMPLEX));
    }

    @Test
    void an_interrupted_reader_takes_its_child_along() throws Exception {
        ExtractionChild child = ExtractionChild.start(command(StuckProgram.Silent.class));
        try (child) {
            Thread reader = Thread.currentThread();
            reader.interrupt();
            assertThatThrownBy(() -> child.read(file, Order.toRead(FileType.TEXT), Duration.ofSeconds(20)))
                    .isInstanceOf(InterruptedException.class);
        }
        assertThat(ProcessHandle.of(child.pid())).isEmpty();
    }

    @Test
    void a_child_sees_no_environment_but_its_own_folder() throws Exception {
        ProcessBuilder process = command(ExtractionProgram.class).in(rooms);

        assertThat(process.environment().keySet()).isSubsetOf("SystemRoot");
        assertThat(process.command()).contains("-Xmx256m", "-XX:+ExitOnOutOfMemoryError", "-Djava.io.tmpdir=" + rooms);
        assertThat(process.directory()).isEqualTo(rooms.toFile());
    }

    @Test
    void a_waiting_child_that_died_is_replaced() throws Exception {
        ExtractionLine line = new ExtractionLine(command(ExtractionProgram.class), Duration.ofSeconds(20));
        try (line) {
            assertThat(line.read(file, Order.toRead(FileType.TEXT))).isInstanceOf(Extraction.Text.class);
            ProcessHandle waiting = ProcessHandle.of(line.waitingPid()).orElseThrow();
            waiting.destroyForcibly();
            waiting.onExit().join();

            assertThat(line.read(file, Order.toRead(FileType.TEXT)))
                    .isEqualTo(new Extraction.Text(1, List.of(new Paragraph(null, 1, "Some words.")), List.of()));
        }
    }

    @Test
    void a_spare_that_does_not_start_spoils_neither_the_answer_nor_the_line() throws Exception {
        Path home = rooms.resolve("home");
        Files.createDirectory(home);
        ChildCommand evicted = ChildCommand.ofThisProcess(home, Optional.empty());
        try (ExtractionLine line = new ExtractionLine(evicted, Duration.ofSeconds(20))) {
            Path elsewhere = Files.move(home, rooms.resolve("elsewhere"));
            Files.createFile(home); // no room can be made in a file
            ProcessHandle waiting = ProcessHandle.of(line.waitingPid()).orElseThrow();

            assertThat(line.read(file, Order.toRead(FileType.TEXT))).isInstanceOf(Extraction.NotStarted.class);
            assertThat(waiting.isAlive()).isFalse();
            assertThat(line.waitingPid()).isZero();

            Files.delete(home);
            Files.move(elsewhere, home);
            assertThat(line.read(file, Order.toRead(FileType.TEXT))).isInstanceOf(Extraction.Text.class);
        }
    }

    /** A window that stays open all day must not hold a process for it, nor a question from the terminal start one in vain. */
    @Test
    void a_line_without_a_spare_starts_a_child_for_each_file_and_none_beside() throws Exception {
        try (ExtractionLine line =
                new ExtractionLine(command(ExtractionProgram.class), Duration.ofSeconds(20), false)) {
            for (int i = 0; i < 2; i++) {
                assertThat(line.waitingPid()).isZero();
                assertThat(line.read(file, Order.toRead(FileType.TEXT))).isInstanceOf(Extraction.Text.class);
            }
            assertThat(line.waitingPid()).isZero();
        }
    }

    @Test
    void rooms_of_killed_programs_are_swept_and_others_are_not() throws Exception {
        Process dead = command(ExtractionProgram.class).in(rooms).start();
        dead.destroyForcibly().waitFor();
        Path leftover = Files.createDirectory(rooms.resolve("extract-" + dead.pid() + "-1"));
        Files.writeString(leftover.resolve("document"), "secret words");
        Path foreign = Files.createDirectory(rooms.resolve("task-1"));
        Room own = Room.in(rooms);

        Room.sweep(rooms);

        assertThat(leftover).doesNotExist();
        assertThat(foreign).exists();
        assertThat(own.folder()).exists();
    }

    @Test
    void a_waiting_child_whose_parent_is_gone_ends_and_clears_up() throws Exception {
        Room room = Room.in(rooms);
        Process child = command(ExtractionProgram.class).in(room.folder()).start();

        child.getOutputStream().close();

        assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(room.folder()).doesNotExist();
    }

    @Test
    void a_relative_class_path_holds_in_the_folder_of_the_child() {
        String separator = File.pathSeparator;

        assertThat(ChildCommand.absolute("app.jar" + separator + "lib/pdf.jar").split(Pattern.quote(separator)))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(Path.of(entry)).isAbsolute());
    }

    private Extraction outcomeOf(Class<?> program, Duration deadline) throws Exception {
        ExtractionChild child = ExtractionChild.start(command(program));
        Extraction outcome;
        try (child) {
            outcome = child.read(file, Order.toRead(FileType.TEXT), deadline);
        }
        assertThat(ProcessHandle.of(child.pid())).as("the process").isEmpty();
        try (Stream<Path> left = Files.list(rooms)) {
            assertThat(left).as("what it leaves").isEmpty();
        }
        return outcome;
    }

    private ChildCommand command(Class<?> program) {
        return ChildCommand.ofThisProcess(rooms, Optional.empty()).running(program);
    }
}
