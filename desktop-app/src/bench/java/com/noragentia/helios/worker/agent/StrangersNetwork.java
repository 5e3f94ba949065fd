/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.connection.Enrolment;
import com.noragentia.helios.connection.HttpClients;
import com.noragentia.helios.desktop.network.Login;
import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.desktop.network.OrchestratorClient;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okhttp3.OkHttpClient;

/** An orchestrator on loopback, a member without a worker, and paced workers of other members; all end with the bench. */
final class StrangersNetwork implements AutoCloseable {

    private static final String READY = "helios orchestrator ready ";
    private static final long PATIENCE_SECONDS = 180;
    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Path folder;
    private final Path times;
    private final URI address;
    private final Process orchestrator;
    private final NetworkClient client;
    private final List<Process> workers = new ArrayList<>();

    private StrangersNetwork(Path folder, Path times, URI address, Process orchestrator, NetworkClient client) {
        this.folder = folder;
        this.times = times;
        this.address = address;
        this.orchestrator = orchestrator;
        this.client = client;
    }

    /**
     * Starts it without workers.
     *
     * @param project folder with the script {@code helios}, built
     */
    static StrangersNetwork start(Path project, Path folder, ServiceTimes times)
            throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + freePort());
        Process orchestrator = orchestrator(project, folder, address);
        boolean isReady = false;
        try {
            Path file = folder.resolve("times.json");
            times.write(file);
            StrangersNetwork network = new StrangersNetwork(
                    folder, file, address, orchestrator, client(new DataFolder(folder.resolve("member")), address));
            isReady = true;
            return network;
        } finally {
            if (!isReady) {
                orchestrator.destroy();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Process orchestrator(Path project, Path folder, URI address) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        project.resolve("helios").toString(),
                        "server",
                        "--port",
                        Integer.toString(address.getPort()),
                        "--data",
                        folder.resolve("server").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("HELIOS_ENROLMENT", "open");
        builder.environment().put("HELIOS_ACCESS", "everyone");
        builder.environment().put("HELIOS_CANARIES", "off");
        builder.environment().put("HELIOS_RATE_LIMITS", "off");
        Process process = builder.start();
        String line = process.inputReader().readLine();
        if (line == null || !line.startsWith(READY)) {
            process.destroy();
            throw new IOException("the orchestrator did not start: " + line);
        }
        return process;
    }

    private static NetworkClient client(DataFolder place, URI address) throws IOException, InterruptedException {
        DataFolder data = place.create();
        SecureRandom random = new SecureRandom();
        DeviceIdentity device = DeviceIdentity.of(data, random);
        OkHttpClient http = HttpClients.of(address);
        try {
            Membership membership = new Enrolment(http).found(address, device);
            return new OrchestratorClient(
                    address, Login.of(membership, device), data.file("token.json"), Clock.systemUTC(), random);
        } finally {
            HttpClients.close(http);
        }
    }

    /** From now on workers know these times. */
    void know(ServiceTimes more) throws IOException {
        more.write(times);
    }

    NetworkClient client() {
        return client;
    }

    /** Has so many workers ready in all, each of another member: others come, or those who came last go. */
    void workers(int all, List<String> models) throws IOException {
        while (workers.size() > all) {
            Process last = workers.removeLast();
            last.getOutputStream().close();
            end(last);
        }
        while (workers.size() < all) {
            workers.add(startWorker(workers.size()));
        }
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!models.stream().allMatch(model -> isReady(model, all))) {
            Optional<Process> dead =
                    workers.stream().filter(worker -> !worker.isAlive()).findFirst();
            if (dead.isPresent() || System.nanoTime() > until) {
                throw new IOException("the workers did not get ready");
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    private boolean isReady(String model, int workersWanted) {
        return client.summary().models().stream()
                .anyMatch(known -> known.model().equals(model) && known.workersReady() == workersWanted);
    }

    private Process startWorker(int number) throws IOException {
        Path data = Files.createDirectories(folder.resolve("worker-" + number));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-DOPT_OUT_TRACKING=true",
                        "-Dai.djl.offline=true",
                        "-Dai.djl.default_engine=OnnxRuntime",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PacedWorker.class.getName(),
                        times.toString(),
                        data.toString(),
                        address.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        // Each has its pace; beside that none is to wait for another program of this computer.
        builder.environment().put("HELIOS_WORKER_PRIORITY", "normal");
        builder.environment().put("HELIOS_WORKER_POLICY", "always"); // whatever else runs is to slow it, not to stop it
        return builder.start();
    }

    @Override
    public void close() throws IOException {
        client.close();
        for (Process worker : workers) {
            worker.getOutputStream().close();
        }
        workers.forEach(StrangersNetwork::end);
        end(orchestrator);
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
