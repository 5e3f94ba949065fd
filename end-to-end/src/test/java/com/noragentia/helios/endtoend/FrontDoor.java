/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./helios} as someone at a terminal uses it, with a data folder of its own. */
final class FrontDoor implements AutoCloseable {

    /** The project's own folder, which holds the script and the samples. */
    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    static final Path SAMPLES = PROJECT.resolve("assets/samples");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path data;
    private final Path outputs;

    FrontDoor(Path folder) throws IOException {
        this.data = Files.createDirectories(folder.resolve("data"));
        // Any free port: two that begin at the same moment would both find the usual one free.
        Files.writeString(data.resolve("port.json"), "{\"port\":0}");
        this.outputs = Files.createDirectories(folder.resolve("outputs"));
    }

    Path data() {
        return data;
    }

    /** Runs a command to its end. */
    Outcome run(String... arguments) throws IOException, InterruptedException {
        return await(start(arguments));
    }

    /** Starts a command and lets it run; its output goes to files. */
    Running start(String... arguments) throws IOException {
        List<String> command = Stream.concat(Stream.of(PROJECT.resolve("helios").toString()), Stream.of(arguments))
                .toList();
        Path out = Files.createTempFile(outputs, "out", ".txt");
        Path err = Files.createTempFile(outputs, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(
                        Files.createTempFile(outputs, "in", ".txt").toFile()));
        builder.environment().put("HELIOS_DATA", data.toString());
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("HELIOS_WORKER_POLICY", "always"); // tests make every computer busy
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_"));
        return new Running(builder.start(), out, err, System.nanoTime());
    }

    Outcome await(Running running) throws IOException, InterruptedException {
        if (!running.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            running.process().destroyForcibly();
            throw new AssertionError("no end after " + PATIENCE + ":\n" + Files.readString(running.err()));
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - running.startedNanos());
        return new Outcome(
                running.process().exitValue(),
                Files.readString(running.out(), UTF_8),
                Files.readString(running.err(), UTF_8),
                wall);
    }

    /** Stops the network that a command may have left running in the background. */
    @Override
    public void close() throws IOException {
        try {
            run("down");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A command that has not ended. */
    record Running(Process process, Path out, Path err, long startedNanos) {}

    /** A command that has ended. */
    record Outcome(int exit, String out, String err, Duration wall) {}
}
