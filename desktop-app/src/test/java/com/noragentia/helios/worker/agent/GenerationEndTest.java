/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.BesideOthers;
import com.noragentia.helios.protocol.trial.PackedClassPath;
import com.noragentia.helios.worker.runtime.graph.GraphStyle;
import com.noragentia.helios.worker.runtime.graph.ModelShape;
import com.noragentia.helios.worker.runtime.graph.RandomModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process in the middle of an answer, asked to end by the operating system. */
@BesideOthers
@Timeout(120)
@EnabledOnOs(OS.LINUX)
final class GenerationEndTest {

    @TempDir
    private static Path model;

    @TempDir
    private Path crashes;

    private final List<Process> started = new ArrayList<>();

    @BeforeAll
    static void write_a_model_whose_runs_take_a_while() throws IOException {
        ModelShape wide = new ModelShape("wide", 8, 1024, 16, 4, 64, 4096, 1024, false, 1e4, 1e-5f);
        RandomModel.write(model, wide, GraphStyle.int4(32), 1);
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @RepeatedTest(20)
    void asked_to_end_while_it_writes_it_ends_in_good_order() throws Exception {
        Process program = start();
        awaitWork(program);

        program.toHandle().destroy(); // SIGTERM

        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isZero();
        try (var files = Files.list(crashes)) {
            assertThat(files).as("reports of native crashes").isEmpty();
        }
    }

    @Test
    void in_a_session_of_its_own_it_yields_to_all_others() throws Exception {
        Process alone = start("setsid");
        Process beside = start();

        // Behind everything else it may take long to get to work: the kernel knows at once.
        await().atMost(90, TimeUnit.SECONDS).until(() -> autogroup(alone).endsWith("nice 19"));
        awaitWork(beside);
        assertThat(autogroup(beside)).isEqualTo(autogroup(ProcessHandle.current()));
    }

    private static String autogroup(Process process) throws IOException {
        return autogroup(process.toHandle());
    }

    private static String autogroup(ProcessHandle process) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(process.pid()), "autogroup"))
                .strip();
    }

    private static void awaitWork(Process program) throws IOException {
        BufferedReader said = program.inputReader();
        String line = said.readLine();
        while (line != null && !line.equals(GeneratingProgram.AT_WORK)) {
            line = said.readLine();
        }
        assertThat(line).as("what it said: %s", line).isNotNull();
    }

    private Process start(String... before) throws IOException {
        List<String> line = new ArrayList<>(List.of(before));
        line.addAll(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:ErrorFile=" + crashes.resolve("hs_err_%p.log")));
        line.addAll(PackedClassPath.options(GeneratingProgram.class));
        line.addAll(List.of(GeneratingProgram.class.getName(), model.toString()));
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().remove(HumblePriority.VARIABLE);
        Process program = builder.start();
        started.add(program);
        return program;
    }
}
