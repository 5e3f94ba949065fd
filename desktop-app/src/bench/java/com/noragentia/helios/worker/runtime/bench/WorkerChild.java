/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import com.noragentia.helios.worker.runtime.generation.GenerationSettings;
import com.noragentia.helios.worker.runtime.graph.ModelShape;
import com.noragentia.helios.worker.runtime.sampling.GumbelSampler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A worker that writes all the time between {@code go} and {@code stop}. Arguments: {@code any} or {@code guest}, threads, the graph, its shape. */
final class WorkerChild {

    private static final Path GROUP = Path.of("/proc/self/autogroup");
    /** As the product does. */
    private static final String LEAST = "19";

    private static final int PROMPT = 128;
    private static final int TOKENS = 64;

    private final OwnLoop loop;
    private final Prompts prompts;

    private WorkerChild(OwnLoop loop, Prompts prompts) {
        this.loop = loop;
        this.prompts = prompts;
    }

    public static void main(String[] arguments) throws Exception {
        Quiet.warningsToStandardError();
        if (arguments[0].equals("guest")) {
            yieldToOtherSessions();
        }
        int threads = Integer.parseInt(arguments[1]);
        OnnxRuntime runtime = OnnxRuntime.start(threads, new MemoryBudget(Long.MAX_VALUE));
        ModelShape shape = ModelShape.named(arguments[3]).orElseThrow();
        // As the product's worker: no more threads than there are idle cores. Any other program would take them all.
        GenerationSettings settings = arguments[0].equals("guest")
                ? GenerationSettings.ofGuest()
                : new GenerationSettings(GumbelSampler::new, () -> threads, false);
        try (OwnLoop loop = OwnLoop.open(runtime, Path.of(arguments[2]), settings)) {
            new WorkerChild(loop, new Prompts(shape)).obey();
        }
        System.exit(0);
    }

    /** Where Linux shares the processor among sessions first, a process's own priority counts only among those of its session. */
    private static void yieldToOtherSessions() throws IOException {
        if (Files.isWritable(GROUP)) {
            Files.writeString(GROUP, LEAST);
        }
    }

    private void obey() throws Exception {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            write(1);
            System.out.println("ready");
            Optional<Future<?>> work = Optional.empty();
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                if (line.equals("go")) {
                    work = Optional.of(thread.submit(this::writeOn));
                } else {
                    end(work);
                }
                System.out.println(line);
            }
            end(work);
        }
    }

    private Object writeOn() throws Exception {
        while (true) {
            write(TOKENS);
        }
    }

    private void write(int tokens) throws Exception {
        loop.write(prompts.of(PROMPT), tokens, Optional.empty(), new TokenClock());
    }

    /** The next writing waits until this one has ended: there is one thread. */
    private static void end(Optional<Future<?>> work) {
        work.ifPresent(running -> running.cancel(true));
    }
}
