/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./helios demo contribution}, ended in the middle. */
class EndedDemoTest {

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void an_ended_demo_leaves_neither_files_nor_programs_behind(String signal, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        ProcessBuilder builder = new ProcessBuilder(
                        "env", // whoever runs the tests in the background has interrupts ignored, and so would the demo
                        "--default-signal=INT",
                        FrontDoor.PROJECT.resolve("helios").toString(),
                        "demo",
                        "contribution")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile());
        builder.environment().put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        Process demo = builder.start();
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> hasDatabase(temporary));
            List<ProcessHandle> children = demo.descendants().toList();
            assertThat(children).isNotEmpty();

            new ProcessBuilder("kill", "-" + signal, Long.toString(demo.pid()))
                    .start()
                    .waitFor();

            assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(temporary).isDirectoryNotContaining("glob:**helios-demo*");
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        } finally {
            demo.destroyForcibly();
        }
    }

    private static boolean hasDatabase(Path temporary) throws IOException {
        try (Stream<Path> files = Files.walk(temporary)) {
            return files.anyMatch(file -> file.endsWith("helios.db"));
        } catch (UncheckedIOException e) {
            return false; // a file went while it was looked for
        }
    }
}
