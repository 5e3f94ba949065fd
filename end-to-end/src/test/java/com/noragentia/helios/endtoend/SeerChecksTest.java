/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks of models that see, as the orchestrator draws and judges them, shown to the real demonstration models. */
class SeerChecksTest {

    private static final int CHECKS_OF_EACH = 20;
    private static final int SEED = 2_026;
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    @Test
    void the_demonstrations_that_see_pass_the_checks_that_the_orchestrator_draws() throws Exception {
        try (FrontDoor helios = new FrontDoor(folder)) {
            helios.run("doctor"); // builds what is missing
        }
        String checks = folder.resolve("checks").toString();
        pictures("draw", checks, Integer.toString(CHECKS_OF_EACH), Integer.toString(SEED));
        bench("desktop-app", "com.noragentia.helios.worker.runtime.seeing.FigureLook", checks);

        List<String> verdicts = pictures("judge", checks);

        assertThat(verdicts)
                .hasSize(2 * CHECKS_OF_EACH)
                .as("verdict, picture, what it shows, what was seen")
                .allMatch(line -> line.startsWith("passed"));
    }

    private List<String> pictures(String... arguments) throws IOException, InterruptedException {
        return bench("orchestrator-server", "com.noragentia.helios.orchestrator.trust.CheckPictures", arguments);
    }

    private List<String> bench(String module, String program, String... arguments)
            throws IOException, InterruptedException {
        Path target = FrontDoor.PROJECT.resolve(module).resolve("target");
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                target.resolve("bench-classes") + File.pathSeparator + target.resolve(module + ".jar"),
                program));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("ORT_DISABLE_TELEMETRY", "1");
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).as(Files.readString(err)).isZero();
        return Files.readAllLines(out);
    }
}
