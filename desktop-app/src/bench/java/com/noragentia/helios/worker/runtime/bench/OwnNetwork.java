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
import java.util.function.BooleanSupplier;

/** A network of this computer's own, orchestrator and worker as they are installed, with one model pinned; ends with the bench. */
final class OwnNetwork implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 180;
    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Path project;
    private final Path data;
    private final URI hub;
    private final Process process;
    private final NetworkClient client;

    private OwnNetwork(Path project, Path data, URI hub, Process process, NetworkClient client) {
        this.project = project;
        this.data = data;
        this.hub = hub;
        this.process = process;
        this.client = client;
    }

    /**
     * Starts the network and pins a model while it runs: the key that signs pins is made at the first start.
     *
     * @param project folder with the script {@code helios}, built
     * @param model of the production set, whose files {@code hub} has
     */
    static OwnNetwork start(Path project, Path data, String model, URI hub) throws IOException, InterruptedException {
        Process process = begin(project, data, hub, "up");
        boolean ready = false;
        try {
            OwnNetwork network = new OwnNetwork(project, data, hub, process, client(new DataFolder(data)));
            run(project, data, hub, "models", "pin", model, "--hub", hub.toString());
            network.awaitReady(model);
            ready = true;
            return network;
        } finally {
            if (!ready) {
                process.destroy();
            }
        }
    }

    private static NetworkClient client(DataFolder folder) throws IOException {
        await(() -> RunningNetwork.of(folder).isPresent());
        URI address = RunningNetwork.of(folder).orElseThrow().url();
        Membership membership = Membership.of(folder).orElseThrow();
        SecureRandom random = new SecureRandom();
        return new OrchestratorClient(
                address,
                Login.of(membership, DeviceIdentity.of(folder, random)),
                folder.file("token.json"),
                Clock.systemUTC(),
                random);
    }

    private void awaitReady(String model) throws IOException {
        await(() -> client.summary().models().stream()
                .anyMatch(known -> known.model().equals(model) && known.workersReady() > 0));
    }

    private static void await(BooleanSupplier condition) throws IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IOException("the network did not get ready in " + PATIENCE_SECONDS + " s");
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    NetworkClient client() {
        return client;
    }

    private static void run(Path project, Path data, URI hub, String... arguments)
            throws IOException, InterruptedException {
        Process process = begin(project, data, hub, arguments);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("no end after " + PATIENCE_SECONDS + " s: " + List.of(arguments));
        }
        if (process.exitValue() != 0) {
            throw new IOException("exit " + process.exitValue() + ": " + List.of(arguments));
        }
    }

    private static Process begin(Path project, Path data, URI hub, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(project.resolve("helios").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("HELIOS_DATA", data.toString());
        builder.environment().put("HELIOS_HUB", hub.toString());
        // What it is compared with has no lower priority either.
        builder.environment().put("HELIOS_WORKER_PRIORITY", "normal");
        return builder.start();
    }

    @Override
    public void close() throws IOException {
        client.close();
        try {
            run(project, data, hub, "down");
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
