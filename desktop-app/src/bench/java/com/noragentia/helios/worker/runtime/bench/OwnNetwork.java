/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import com.noragentia.helios.desktop.network.Login;
import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.desktop.network.OrchestratorClient;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.installation.RunningNetwork;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A network of this computer's own, orchestrator and worker as they are installed, with one model pinned; ends with the bench. */
final class OwnNetwork implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 180;
    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Path project;
    private final Path data;
    private final NetworkClient client;

    private OwnNetwork(Path project, Path data, NetworkClient client) {
        this.project = project;
        this.data = data;
        this.client = client;
    }

    /**
     * Pins a model and starts the network.
     *
     * @param project folder with the script {@code helios}, built
     * @param model of the production set, whose files {@code hub} has
     */
    static OwnNetwork start(Path project, Path data, String model, URI hub) throws IOException, InterruptedException {
        run(project, data, "models", "pin", model, "--hub", hub.toString());
        run(project, data, "up");
        DataFolder folder = new DataFolder(data);
        URI address = RunningNetwork.of(folder).orElseThrow().url();
        Membership membership = Membership.of(folder).orElseThrow();
        SecureRandom random = new SecureRandom();
        NetworkClient client = new OrchestratorClient(
                address,
                Login.of(membership, DeviceIdentity.of(folder, random)),
                folder.file("token.json"),
                Clock.systemUTC(),
                random);
        OwnNetwork network = new OwnNetwork(project, data, client);
        network.awaitReady(model);
        return network;
    }

    private void awaitReady(String model) throws IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (client.summary().models().stream()
                .noneMatch(known -> known.model().equals(model) && known.workersReady() > 0)) {
            if (System.nanoTime() > until) {
                throw new IOException("the worker did not get ready: " + client.summary());
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    NetworkClient client() {
        return client;
    }

    private static void run(Path project, Path data, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(project.resolve("helios").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("HELIOS_DATA", data.toString());
        // What it is compared with has no lower priority either.
        builder.environment().put("HELIOS_WORKER_PRIORITY", "normal");
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("no end after " + PATIENCE_SECONDS + " s: " + command);
        }
        if (process.exitValue() != 0) {
            throw new IOException("exit " + process.exitValue() + ": " + command);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        try {
            run(project, data, "down");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
