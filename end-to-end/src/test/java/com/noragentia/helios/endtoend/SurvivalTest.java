/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An accepted job is never lost: kill -9 of either program, in the middle, and it is still answered. */
class SurvivalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int LINES = 70;
    private static final int FEWEST_BYTES_OF_THE_PAGE = 20_000;

    @TempDir
    Path folder;

    private FrontDoor helios;
    private LocalProcesses processes;
    private Path longPage;

    @BeforeEach
    void startsANetworkAndALongPage() throws Exception {
        helios = new FrontDoor(folder);
        processes = new LocalProcesses(helios.data());
        longPage = pageWithManyLines(folder.resolve("long-page.png"));
        assertThat(helios.run("ask", "2 + 2").exit()).isZero();
    }

    @AfterEach
    void stopsTheNetwork() throws IOException {
        helios.close();
    }

    @Test
    void the_job_is_answered_although_its_worker_was_killed() throws Exception {
        FrontDoor.Running asking = helios.start("ask", "--json", "--file", longPage.toString());
        awaitTask();
        ProcessHandle worker = processes.worker().orElseThrow();

        worker.destroyForcibly();

        assertAnswered(helios.await(asking));
        ProcessHandle successor = awaitPresent(() -> processes.worker());
        assertThat(successor.pid()).isNotEqualTo(worker.pid());
    }

    @Test
    void the_job_is_answered_although_the_orchestrator_was_killed() throws Exception {
        FrontDoor.Running asking = helios.start("ask", "--json", "--file", longPage.toString());
        awaitTask();
        ProcessHandle orchestrator = processes.orchestrator().orElseThrow();

        orchestrator.destroyForcibly();

        assertAnswered(helios.await(asking));
        ProcessHandle successor = awaitPresent(() -> processes.orchestrator());
        assertThat(successor.pid()).isNotEqualTo(orchestrator.pid());
    }

    private static void assertAnswered(FrontDoor.Outcome outcome) throws IOException {
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        JsonNode answer = new ObjectMapper().readTree(outcome.out());
        assertThat(answer.get("answer").asText()).contains("Berth 1 ").contains("Berth " + LINES + " ");
    }

    /** The worker has said that it is at work: the kill that follows comes in the middle. */
    private void awaitTask() {
        await().atMost(PATIENCE).until(this::hasAPictureAtWork);
    }

    private boolean hasAPictureAtWork() throws IOException {
        try (Stream<Path> files = Files.walk(helios.data().resolve("tmp"), 3)) {
            return files.anyMatch(SurvivalTest::isThePage);
        } catch (UncheckedIOException | NoSuchFileException e) {
            return false; // the folder changed while it was read
        }
    }

    private static boolean isThePage(Path file) {
        return file.toFile().length() > FEWEST_BYTES_OF_THE_PAGE
                && file.toString().contains("task-");
    }

    private static <T> T awaitPresent(Callable<Optional<T>> what) {
        return await().atMost(PATIENCE).until(what, Optional::isPresent).orElseThrow();
    }

    private static Path pageWithManyLines(Path file) throws IOException {
        int lineHeight = 40;
        BufferedImage page = new BufferedImage(1_000, LINES * lineHeight + 60, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 26));
        for (int line = 1; line <= LINES; line++) {
            pen.drawString(
                    "Berth " + line + " is reserved for the sailing school until noon", 40, 20 + line * lineHeight);
        }
        pen.dispose();
        ImageIO.write(page, "png", file.toFile());
        return file;
    }
}
