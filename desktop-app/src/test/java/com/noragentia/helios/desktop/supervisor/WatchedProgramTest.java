/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class WatchedProgramTest {

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Test
    void a_child_that_is_killed_lives_again() throws Exception {
        try (WatchedProgram program = watched(WatchedProgramTest::mortal).begin()) {
            long first = pidOf(lines.poll(20, TimeUnit.SECONDS));

            ProcessHandle.of(first).orElseThrow().destroyForcibly();

            long second = pidOf(lines.poll(20, TimeUnit.SECONDS));
            assertThat(second).isNotEqualTo(first);
            assertThat(program.pid()).contains(second);
        }
    }

    @Test
    void closing_ends_the_child_for_good() throws Exception {
        long pid;
        try (WatchedProgram program = watched(WatchedProgramTest::mortal).begin()) {
            pid = pidOf(lines.poll(20, TimeUnit.SECONDS));
            assertThat(program.pid()).contains(pid);
        }

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(lines).isEmpty();
    }

    @Test
    void a_child_ends_when_its_parents_end_of_the_pipe_does() throws Exception {
        Process orphan = mortal();
        assertThat(orphan.inputReader().readLine()).startsWith("alive");

        orphan.getOutputStream().close(); // what the operating system does when the parent is killed

        assertThat(orphan.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_program_that_does_not_start_is_tried_again() {
        AtomicInteger tries = new AtomicInteger();
        ProgramStart hopeless = () -> {
            tries.incrementAndGet();
            throw new IOException("no such program");
        };

        try (WatchedProgram program = watched(hopeless).begin()) {
            await().until(() -> tries.get() >= 3);
            assertThat(program.pid()).isEmpty();
        }
    }

    @Test
    void a_program_that_always_dies_is_given_up_unless_it_was_ready_once() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch givenUp = new CountDownLatch(1);
        ProgramStart brief = () -> {
            tries.incrementAndGet();
            return new ProcessBuilder(java(), "-version").start();
        };

        try (WatchedProgram program = new WatchedProgram(
                "brief", brief, lines::add, givenUp::countDown, Clock.systemUTC(), Duration.ofSeconds(10))) {
            program.begin();
            assertThat(givenUp.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(tries).hasValue(WatchedProgram.HOPELESS_STARTS);

        tries.set(0);
        try (WatchedProgram program = watched(brief)) {
            program.ready();
            program.begin();
            await().until(() -> tries.get() > WatchedProgram.HOPELESS_STARTS);
        }
    }

    @Test
    void a_listener_that_fails_does_not_end_the_watch() throws Exception {
        Consumer<String> touchy = line -> {
            lines.add(line);
            throw new IllegalStateException("not again");
        };
        try (WatchedProgram program = new WatchedProgram(
                        "mortal",
                        WatchedProgramTest::mortal,
                        touchy,
                        () -> {},
                        Clock.systemUTC(),
                        Duration.ofSeconds(10))
                .begin()) {
            ProcessHandle.of(pidOf(lines.poll(20, TimeUnit.SECONDS)))
                    .orElseThrow()
                    .destroyForcibly();

            pidOf(lines.poll(20, TimeUnit.SECONDS));
            assertThat(program.pid()).isPresent();
        }
    }

    @Test
    void of_an_endless_line_only_the_beginning_is_kept() throws Exception {
        BoundedLines bounded =
                new BoundedLines(new StringReader("x".repeat(BoundedLines.LONGEST_CHARACTERS + 9) + "\r\nshort\r\n"));

        assertThat(bounded.next()).hasSize(BoundedLines.LONGEST_CHARACTERS);
        assertThat(bounded.next()).isEqualTo("short");
        assertThat(bounded.next()).isNull();
    }

    @Test
    void a_long_file_of_complaints_begins_anew_and_one_former_is_kept(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("worker.err"), "first\nlast words\n\n");
        OutputFile output = new OutputFile(file);
        assertThat(output.lastWords()).isEqualTo("last words");
        output.forNewLife();
        assertThat(file).exists();

        Files.write(file, new byte[Math.toIntExact(OutputFile.LONG_BYTES) + 1]);
        output.forNewLife();

        assertThat(file).doesNotExist();
        assertThat(folder.resolve("worker.err.1")).exists();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    }

    private WatchedProgram watched(ProgramStart start) {
        return new WatchedProgram("mortal", start, lines::add, () -> {}, Clock.systemUTC(), Duration.ofSeconds(10));
    }

    private static Process mortal() throws IOException {
        String java =
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path", "");
        return new ProcessBuilder(
                        List.of(java, "-Xmx32m", "-XX:+UseSerialGC", "-cp", classPath, MortalProgram.class.getName()))
                .start();
    }

    private static long pidOf(@Nullable String line) {
        assertThat(line).startsWith("alive ");
        return Long.parseLong(String.valueOf(line).substring("alive ".length()));
    }
}
