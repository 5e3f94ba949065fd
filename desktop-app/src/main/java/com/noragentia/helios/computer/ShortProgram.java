/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.computer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of the operating system that reads a little, says a little, and ends. */
public record ShortProgram(Path program, List<String> arguments, Map<String, String> environment) {

    /** Less than a pipe holds, so that the program can end before anybody reads. */
    private static final int MAX_BYTES = 16 * 1024;

    /**
     * Runs it.
     *
     * @param patience after which it is ended
     * @return what it printed, if it ended well and in time
     */
    public Optional<String> run(String input, Duration patience) {
        try {
            Process process = start();
            try {
                return converse(process, input, patience);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), arguments.stream())
                        .toList())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Optional<String> converse(Process process, String input, Duration patience)
            throws IOException, InterruptedException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
            return Optional.empty();
        }
        byte[] said = process.getInputStream().readNBytes(MAX_BYTES + 1);
        return said.length > MAX_BYTES ? Optional.empty() : Optional.of(new String(said, StandardCharsets.UTF_8));
    }
}
