/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trial;

import com.noragentia.helios.orchestrator.ops.OrchestratorMain;
import com.noragentia.helios.protocol.trial.PackedClassPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The orchestrator as its own process, started from its main class, which can be killed. */
public final class ServerProcess implements AutoCloseable {

    private static final String READY = "helios orchestrator ready ";

    private final Process process;
    private final BufferedReader output;
    private final String address;

    private ServerProcess(Process process, BufferedReader output, String address) {
        this.process = process;
        this.output = output;
        this.address = address;
    }

    public static ServerProcess start(Path data) {
        try {
            Process process =
                    command("run", "--data", data.toString(), "--port", "0").start();
            BufferedReader output = process.inputReader();
            String line = output.readLine();
            if (line == null || !line.startsWith(READY)) {
                process.destroyForcibly();
                throw new AssertionError("the first line was: " + line);
            }
            return new ServerProcess(process, output, line.substring(READY.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program with these arguments, not started yet. */
    public static ProcessBuilder command(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(PackedClassPath.options(OrchestratorMain.class));
        command.add(OrchestratorMain.class.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("HELIOS_CANARIES", "off"); // lest tests hear tasks that nobody asked for
        builder.environment().put("HELIOS_ACCESS", "everyone"); // standing has tests of its own
        return builder;
    }

    public String address() {
        return address;
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** {@code SIGTERM}; returns what else the program printed. */
    public String terminate() {
        process.toHandle().destroy(); // Process.destroy would also close the output that is about to be read
        awaitExit();
        return String.join("\n", output.lines().toList());
    }

    private void awaitExit() {
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                throw new AssertionError("the orchestrator does not end");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public static String firstCode(Path data) {
        try {
            return Files.readString(data.resolve("first-enrolment-code"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
