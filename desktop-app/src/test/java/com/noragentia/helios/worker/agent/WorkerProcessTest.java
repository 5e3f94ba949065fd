/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The worker as a process of its own. */
@Timeout(60)
final class WorkerProcessTest {

    @TempDir
    private Path temporary;

    private DataFolder folder;
    private ScriptedChannel channel;

    @BeforeEach
    void join() throws Exception {
        folder = new DataFolder(temporary).create();
        DeviceIdentity device = DeviceIdentity.of(folder, new SecureRandom());
        channel = new ScriptedChannel(device.key().verifyingKey());
        new Membership(
                        channel.address(),
                        "member",
                        device.id(),
                        channel.key().verifyingKey().encoded())
                .save(folder);
    }

    @AfterEach
    void leave() {
        channel.close();
    }

    @Test
    void asked_to_end_it_says_so_and_ends_with_success() throws Exception {
        Process worker = start("run", "--data", temporary.toString());
        channel.session();
        channel.hears(FromWorker.OpenLeases.class);

        worker.toHandle().destroy(); // SIGTERM, and unlike Process.destroy it leaves the pipes open

        assertThat(channel.hears(FromWorker.Draining.class)).isNotNull();
        assertThat(reports(worker))
                .hasAtLeastOneElementOfType(WorkerReport.Connected.class)
                .hasAtLeastOneElementOfType(WorkerReport.Stopping.class);
        assertThat(worker.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.exitValue()).isZero();
        assertThat(Files.readString(folder.logs().resolve("worker.log"))).contains("session-1 begun", "stopping");
    }

    @Test
    void it_ends_with_the_program_that_started_it() throws Exception {
        Process worker = start("--data", temporary.toString(), "--exit-with-parent");
        channel.session();

        worker.getOutputStream().close(); // what the operating system does when the parent is killed

        assertThat(worker.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.exitValue()).isZero();
    }

    @Test
    void a_device_that_joined_nothing_is_told_so() throws Exception {
        Files.delete(folder.file("membership.json"));
        Process worker = start("run", "--data", temporary.toString());

        assertThat(worker.errorReader().readLine()).contains("helios account join");
        assertThat(worker.waitFor()).isEqualTo(1);
    }

    private static Process start(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-Duser.language=en",
                "-cp",
                System.getProperty("java.class.path", ""),
                WorkerMain.class.getName()));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line).start();
    }

    private static List<WorkerReport> reports(Process worker) throws IOException {
        List<WorkerReport> reports = new ArrayList<>();
        try (BufferedReader reader = worker.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                reports.add(JsonCodec.decode(line, WorkerReport.class, 10_000));
            }
        }
        return reports;
    }
}
