/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.desktop.history.ChatHistory;
import com.noragentia.helios.desktop.history.HistoryOpening;
import com.noragentia.helios.desktop.history.SavedExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real program that is killed while an answer streams. */
class KilledWhileStreamingTest {

    /** What was shown so long before the end is on the disk. */
    private static final Duration KEPT_AFTER = Duration.ofSeconds(1);
    /** The program that watches and the one that is watched share a busy computer. */
    private static final Duration SLACK = Duration.ofMillis(500);

    private static final int PIECES_BEFORE_THE_END = 60;

    @TempDir
    Path folder;

    @Test
    void all_but_the_last_second_is_there_when_helios_starts_again() throws IOException, InterruptedException {
        Process program = start();
        Map<Long, Integer> shown = new ConcurrentSkipListMap<>();
        Thread reader = Thread.ofVirtual().start(() -> watch(program, shown));
        long killed;
        try {
            stream(program, shown);
        } finally {
            killed = System.nanoTime();
            program.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            reader.join();
        }

        int due = shown.entrySet().stream()
                .filter(entry ->
                        killed - entry.getKey() >= KEPT_AFTER.plus(SLACK).toNanos())
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
        assertThat(due).as("shown in time").isGreaterThan(20 * StreamingProgram.PIECE.length());
        assertThat(kept().answer().length()).isGreaterThanOrEqualTo(due);
        assertThat(kept().answer()).matches("(" + StreamingProgram.PIECE + ")*");
        assertThat(kept().outcome()).isEmpty();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        StreamingProgram.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** One piece after the other, each once the one before is shown, every tenth of a second at most. */
    private static void stream(Process program, Map<Long, Integer> shown) throws IOException {
        OutputStream pieces = program.getOutputStream();
        for (int piece = 1; piece <= PIECES_BEFORE_THE_END; piece++) {
            pieces.write('.');
            pieces.flush();
            int expected = piece * StreamingProgram.PIECE.length();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> shown.containsValue(expected));
        }
    }

    private static void watch(Process program, Map<Long, Integer> shown) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                shown.put(System.nanoTime(), Integer.valueOf(line));
            }
        } catch (IOException e) {
            // it was killed
        }
    }

    private SavedExchange kept() {
        HistoryOpening.Opened opened = (HistoryOpening.Opened) HistoryOpening.in(folder, Clock.systemUTC());
        ChatHistory history = opened.history();
        long chat = history.chats().list().getFirst().id();
        return history.read(chat).orElseThrow().branches().shown().getLast();
    }
}
