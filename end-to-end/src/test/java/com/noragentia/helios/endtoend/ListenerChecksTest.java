/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks of listeners as the orchestrator draws and judges them, heard by the real listener on the way of every recording. */
class ListenerChecksTest {

    private static final int CHECKS = 20;
    /** The same checks in every build: what fails, fails again. */
    private static final long SEED = 2_026;

    private static final int FILES_AT_ONCE = 5;
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    static Path folder;

    private FrontDoor helios;

    @BeforeEach
    void opens() throws IOException {
        helios = new FrontDoor(folder);
    }

    @AfterEach
    void stopsTheNetwork() throws IOException {
        helios.close();
    }

    @Test
    void the_demonstration_listener_passes_the_checks_that_the_orchestrator_draws() throws Exception {
        Path checks = Files.createDirectories(folder.resolve("checks"));
        helios.run("doctor"); // builds what is missing
        recordings("draw", checks.toString(), Integer.toString(CHECKS), Long.toString(SEED));
        for (int first = 0; first < CHECKS; first += FILES_AT_ONCE) {
            listen(checks, first);
        }

        List<String> verdicts = recordings("judge", checks.toString());

        assertThat(verdicts).hasSize(CHECKS);
        assertThat(verdicts)
                .as("a failed check convicts: verdict, what was said, what was heard")
                .allMatch(line -> line.startsWith("passed"));
    }

    private void listen(Path checks, int first) throws IOException, InterruptedException {
        List<String> names = IntStream.range(first, first + FILES_AT_ONCE)
                .mapToObj("%02d"::formatted)
                .toList();
        List<String> command = new ArrayList<>(List.of("ask", "--json", "--model", "helios-listen-1"));
        names.forEach(name ->
                command.addAll(List.of("--file", checks.resolve(name + ".wav").toString())));
        FrontDoor.Outcome outcome = helios.run(command.toArray(String[]::new));
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        Map<String, String> heard = new HashMap<>();
        for (JsonNode one : new ObjectMapper().readTree(outcome.out()).at("/listening/utterances")) {
            heard.merge(one.get("file").asText(), one.get("text").asText() + " ", String::concat);
        }
        for (String name : names) {
            Files.writeString(checks.resolve(name + ".txt"), heard.getOrDefault(name + ".wav", ""));
        }
    }

    private static List<String> recordings(String... arguments) throws IOException, InterruptedException {
        Path target = FrontDoor.PROJECT.resolve("orchestrator-server/target");
        Path out = Files.createTempFile(folder, "checks", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                target.resolve("bench-classes") + File.pathSeparator + target.resolve("orchestrator-server.jar"),
                "com.noragentia.helios.orchestrator.trust.CheckRecordings"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectErrorStream(true)
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).as(Files.readString(out)).isZero();
        return Files.readAllLines(out);
    }
}
