/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.endtoend;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An open network of programs on loopback: an orchestrator and two workers of different owners, each a process with a folder of its own. */
final class TwoWorkers implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 180;
    private static final String READY = "helios orchestrator ready ";
    private static final String STARTED = "\"task_started\"";
    private static final String ENDED = "\"task_ended\"";

    private final Path folder;
    private final URI address;
    private final Process orchestrator;
    private final List<Process> workers = new ArrayList<>();

    TwoWorkers(Path folder) throws IOException {
        this.folder = folder;
        int port = freePort();
        this.address = URI.create("http://127.0.0.1:" + port);
        ProcessBuilder builder = helios("server", "server", "--port", Integer.toString(port));
        builder.command().addAll(List.of("--data", folder.resolve("server").toString()));
        builder.environment().put("HELIOS_ENROLMENT", "open");
        builder.environment().put("HELIOS_ACCESS", "everyone");
        builder.environment().put("HELIOS_CANARIES", "off");
        this.orchestrator =
                builder.redirectError(folder.resolve("server.err").toFile()).start();
        String line = orchestrator.inputReader().readLine();
        if (line == null || !line.startsWith(READY)) {
            orchestrator.destroyForcibly();
            throw new IOException("the orchestrator did not start: " + line);
        }
        workers.add(startWorker(0));
        workers.add(startWorker(1));
    }

    URI address() {
        return address;
    }

    /** A token of a member who has no worker. */
    String memberToken() throws IOException, InterruptedException {
        run("account", "join", address.toString());
        return run("token", "create", "survival").strip().lines().toList().getLast();
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Process process = helios("member", arguments)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("member.err").toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(
                    String.join(" ", arguments) + " failed: " + Files.readString(folder.resolve("member.err")));
        }
        return Files.readString(out);
    }

    private Process startWorker(int number) throws IOException {
        ProcessBuilder builder = helios("worker-" + number, "worker", "--orchestrator", address.toString());
        builder.environment().put("HELIOS_WORKER_PRIORITY", "normal");
        return builder.redirectOutput(
                        ProcessBuilder.Redirect.appendTo(reports(number).toFile()))
                .redirectError(folder.resolve("worker-" + number + ".err").toFile())
                .start();
    }

    private Path reports(int number) {
        return folder.resolve("worker-" + number + ".out");
    }

    /** Kills the worker that is at a task (SIGKILL), and tells its number; -1 where none is. */
    int killWhoAnswers() throws IOException {
        for (int number = 0; number < workers.size(); number++) {
            String said = Files.readString(reports(number));
            if (said.lastIndexOf(STARTED) > said.lastIndexOf(ENDED)) {
                workers.get(number).destroyForcibly();
                return number;
            }
        }
        return -1;
    }

    /** How many tasks a worker has begun. */
    long tasksBegun(int number) throws IOException {
        try (Stream<String> lines = Files.lines(reports(number))) {
            return lines.filter(line -> line.contains(STARTED)).count();
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /** Starts a worker that was killed again, as its own successor. */
    void restart(int number) throws IOException, InterruptedException {
        workers.get(number).waitFor();
        workers.set(number, startWorker(number));
    }

    private ProcessBuilder helios(String who, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(FrontDoor.PROJECT.resolve("helios").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HELIOS_DATA", folder.resolve(who).toString());
        builder.environment().put("HELIOS_KEYRING", "off");
        builder.environment().put("HELIOS_WORKER_POLICY", "always"); // tests make every computer busy
        return builder;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        workers.forEach(Process::destroyForcibly);
        orchestrator.destroyForcibly();
    }
}
