/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A {@link Host}, seen from the load's side. Not thread-safe. */
final class HostProcess implements AutoCloseable {

    /** The same for floor and product. */
    static final String JVM = "-XX:+UseSerialGC -Xms768m -Xmx768m";

    private static final int STOP_SECONDS = 15;

    private final Process process;
    private final BufferedReader replies;
    private final BufferedWriter commands;
    private final InetSocketAddress address;

    private HostProcess(Process process) {
        this.process = process;
        this.replies = process.inputReader();
        this.commands = process.outputWriter();
        try {
            this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), (int) reply());
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Starts one of {@code floor} and {@code product} on a folder. */
    static HostProcess start(String kind, Path data) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String line = java + " " + JVM + " --enable-native-access=ALL-UNNAMED";
        ProcessBuilder builder = new ProcessBuilder(line.split(" "));
        builder.command().add("-cp");
        builder.command().add(System.getProperty("java.class.path"));
        builder.command().add(Host.class.getName());
        builder.command().add(kind);
        builder.command().add(data.toString());
        try {
            return new HostProcess(
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InetSocketAddress address() {
        return address;
    }

    /** Processor time of the whole process since it started. */
    long cpuNanos() {
        return ask("cpu");
    }

    /** Heap in use after garbage collection. */
    long heapBytes() {
        return ask("heap");
    }

    long ask(String command) {
        try {
            commands.write(command);
            commands.newLine();
            commands.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reply();
    }

    private long reply() {
        try {
            String line = replies.readLine();
            if (line == null) {
                throw new IllegalStateException("the server has ended");
            }
            return Long.parseLong(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            commands.close();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
