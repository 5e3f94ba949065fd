/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** llama.cpp on a file of the same shape, by its own {@code llama-bench}: a process each time, which warms itself up. Its tokens are its own. */
final class LlamaLoop implements Loop {

    private static final long PATIENCE_SECONDS = 300;

    private final Path program;
    private final Path model;
    private final int threads;

    private LlamaLoop(Path program, Path model, int threads) {
        this.program = program;
        this.model = model;
        this.threads = threads;
    }

    /** The program, if it is on the path of this process. */
    static Optional<Path> onPath() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            for (String name : List.of("llama-bench", "llama-bench.exe")) {
                Path candidate = Path.of(folder, name);
                if (Files.isExecutable(candidate) && Files.isRegularFile(candidate)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    static LlamaLoop of(Path program, Path model, int threads) {
        return new LlamaLoop(program, model, threads);
    }

    @Override
    public String name() {
        return "llama.cpp";
    }

    @Override
    public boolean isInProcess() {
        return false;
    }

    @Override
    public Timing write(int[] prompt, int tokens) throws IOException, InterruptedException {
        double read = tokensPerSecond(prompt.length, 0, 0);
        double written = tokensPerSecond(0, tokens, prompt.length);
        return new Timing(read, written);
    }

    private double tokensPerSecond(int prompt, int tokens, int before) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-m", model.toString(), "-o", "json"));
        command.addAll(List.of("-p", "" + prompt, "-n", "" + tokens, "-d", "" + before));
        command.addAll(List.of("-t", "" + threads, "-r", "1"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        try {
            process.getOutputStream().close();
            JsonNode runs = new ObjectMapper().readTree(process.getInputStream());
            if (process.waitFor() != 0 || runs.isEmpty()) {
                throw new IOException(program + " did not measure " + model);
            }
            return runs.get(0).get("avg_ts").asDouble();
        } finally {
            process.destroyForcibly();
        }
    }

    @Override
    public void close() {}
}
