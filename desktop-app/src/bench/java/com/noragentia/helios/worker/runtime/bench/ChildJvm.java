/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process of this bench, which answers each line with one, and ends when nobody talks to it any more. Not thread-safe. */
final class ChildJvm implements AutoCloseable {

    private static final int STOP_SECONDS = 15;
    /** Longer than anything that one of them is for. */
    private static final int LIFE_MINUTES = 20;

    private static final Path NEW_SESSION = Path.of("/usr/bin/setsid");

    private final Process process;
    private final BufferedReader replies;
    private final BufferedWriter commands;

    private ChildJvm(Process process) {
        this.process = process;
        this.replies = process.inputReader();
        this.commands = process.outputWriter();
        CompletableFuture.delayedExecutor(LIFE_MINUTES, TimeUnit.MINUTES).execute(process::destroyForcibly);
    }

    /**
     * Starts a class of this bench, in a session of its own where that is possible: the scheduler shares the processor among sessions first.
     *
     * @param wrapper a command that starts another, such as {@code nice}; left out where it does not exist
     */
    static ChildJvm start(List<String> wrapper, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NEW_SESSION)) {
            command.add(NEW_SESSION.toString());
        }
        if (!wrapper.isEmpty() && Files.isExecutable(Path.of(wrapper.getFirst()))) {
            command.addAll(wrapper);
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC", "-Xmx512m", "-XX:MaxDirectMemorySize=64g", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ChildJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    String ask(String command) throws IOException {
        commands.write(command);
        commands.newLine();
        commands.flush();
        return reply();
    }

    /** Its next line. */
    String reply() throws IOException {
        String line = replies.readLine();
        if (line == null) {
            throw new EOFException("a process of the bench has ended");
        }
        return line;
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
