/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration, where a command of {@code ./helios} writes a word and then hangs. */
@DisabledOnOs(OS.WINDOWS)
class HangingDemoTest {

    private static final String PATIENCE_SECONDS = "2";
    private static final int DEADLINE_SECONDS = 60;

    @TempDir
    private Path project;

    @Test
    void a_command_that_hangs_ends_the_demonstration_with_its_name_and_last_words() throws Exception {
        helios("case $1 in server) echo 'helios orchestrator ready here' ;; *) echo joining ;; esac; exec sleep 600");

        assertThat(demonstration()).contains("account join", "does not end", "joining");
    }

    @Test
    void an_orchestrator_that_hangs_before_it_is_ready_ends_the_demonstration() throws Exception {
        helios("echo opening; exec sleep 600");

        assertThat(demonstration()).contains("the orchestrator did not start", "opening");
    }

    private void helios(String script) throws IOException {
        Path helios = Files.writeString(project.resolve("helios"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(helios, PosixFilePermissions.fromString("rwx------"));
    }

    private String demonstration() throws IOException, InterruptedException {
        Path told = project.resolve("told.txt");
        Process demo = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Path.of("src", "demo", "ContributionDemo.java").toString(),
                        project.toString(),
                        PATIENCE_SECONDS)
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        try {
            assertThat(demo.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(demo.exitValue()).isNotZero();
            return Files.readString(told);
        } finally {
            demo.destroy();
        }
    }
}
