/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.BesideOthers;
import com.noragentia.helios.desktop.network.ScriptedAccounts;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.trial.PackedClassPath;
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
@BesideOthers
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

    @Test
    void a_locked_keyring_is_not_told_as_a_network_that_is_out_of_reach() throws Exception {
        VerifyingKey key = DeviceIdentity.of(folder, new SecureRandom()).key().verifyingKey();
        Files.writeString(
                folder.file("device.json"),
                "{\"keptKey\":\"" + key.encoded() + "\",\"keyring\":\"secret-service\",\"name\":\"pc\"}");
        Process worker = start("run", "--data", temporary.toString());

        String told = worker.errorReader()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("WARNING")) // of the Java machine itself
                .findFirst()
                .orElse("");
        String report = worker.inputReader()
                .lines()
                .filter(line -> line.contains("disconnected"))
                .findFirst()
                .orElse("");
        worker.toHandle().destroy();

        assertThat(told).contains("The keyring does not give Helios the key");
        assertThat(report).contains("key_locked");
        assertThat(worker.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_code_without_an_address_is_told_what_is_missing() throws Exception {
        assertThat(complaint("--code", "01ABC-DEFGH-JKMNP-QRSTV")).contains("--orchestrator as well");
    }

    @Test
    void a_closed_network_is_told_as_closed() throws Exception {
        Files.delete(folder.file("membership.json"));
        try (ScriptedAccounts network = new ScriptedAccounts()) {
            network.invitesOnly();

            assertThat(complaint("--orchestrator", network.address().toString()))
                    .contains("by invitation only")
                    .doesNotContain("--code");
        }
    }

    @Test
    void a_worker_that_lost_the_note_of_its_network_founds_no_other_account() throws Exception {
        Files.delete(folder.file("membership.json"));
        try (ScriptedAccounts network = new ScriptedAccounts()) {
            network.enrol(DeviceIdentity.of(folder, new SecureRandom()).key().verifyingKey(), "pc");
            Process worker = start(
                    "--data",
                    temporary.toString(),
                    "--orchestrator",
                    network.address().toString());

            await().until(() -> Membership.of(folder).isPresent());
            worker.toHandle().destroy();

            assertThat(worker.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(network.requests("/members")).isEmpty();
        }
    }

    /** What a worker that cannot start says. */
    private String complaint(String... options) throws Exception {
        List<String> line = new ArrayList<>(List.of("run", "--data", temporary.toString()));
        line.addAll(List.of(options));
        Process worker = start(line.toArray(String[]::new));
        String told = String.valueOf(worker.errorReader().readLine());
        assertThat(worker.waitFor()).isEqualTo(1);
        return told;
    }

    private static Process start(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-Duser.language=en"));
        line.addAll(PackedClassPath.options(WorkerMain.class));
        line.add(WorkerMain.class.getName());
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
