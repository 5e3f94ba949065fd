/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.chaos;

import com.noragentia.helios.orchestrator.ops.OrchestratorMain;
import com.noragentia.helios.protocol.trial.PackedClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the real programs, small and fast, each with an archive of its classes; all of them end when this process does. */
final class Programs implements AutoCloseable {

    private static final String READY = "helios orchestrator ready ";
    private static final int STOP_SECONDS = 15;

    /** A program that has been started. */
    record Running(Process process) {

        /** What it says first; waits for it. */
        String firstLine() {
            try {
                String line = process.inputReader().readLine();
                if (line == null) {
                    throw new AssertionError("a process ended before it said a word");
                }
                return line;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** {@code kill -9}. */
        void kill() {
            process.destroyForcibly();
            awaitExit();
        }

        /** Ends its input, upon which it goes in good order. */
        void stop() {
            try {
                process.outputWriter().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            awaitExit();
        }

        private void awaitExit() {
            try {
                if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("a process does not end");
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private final List<Process> started = new ArrayList<>();

    Running orchestrator(Path data) {
        return start(
                OrchestratorMain.class,
                "-Xmx96m",
                "run",
                "--data",
                data.toString(),
                "--port",
                "0",
                "--exit-with-parent");
    }

    /** Where it can be reached, once it can. */
    static String address(Running orchestrator) {
        String line = orchestrator.firstLine();
        if (!line.startsWith(READY)) {
            throw new AssertionError("the first line was: " + line);
        }
        return line.substring(READY.length());
    }

    Running swarm(Path keys, Path address, long seed) {
        return start(SwarmProgram.class, "-Xmx64m", keys.toString(), address.toString(), Long.toString(seed));
    }

    private synchronized Running start(Class<?> main, String heap, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(PackedClassPath.options(main));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("HELIOS_RATE_LIMITS", "off");
        builder.environment().put("HELIOS_CANARIES", "off");
        builder.environment().put("HELIOS_ACCESS", "everyone");
        try {
            Process process = builder.start();
            started.add(process);
            return new Running(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever still runs, does so no longer. */
    @Override
    public synchronized void close() {
        started.forEach(Process::destroyForcibly);
    }
}
