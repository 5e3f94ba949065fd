/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import com.noragentia.helios.worker.runtime.graph.ModelShape;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The generation loop beside others on models of full size with random weights: {@code ./helios bench inference}. Everything is taken in one
 * run, in turns, because a computer is not equally fast at all times; ratios mean more than the figures they are made of. Starts processes of
 * its own, on this computer only, and ends them. An aim that is missed is named and does not fail the command: what a computer is busy with
 * must not break a build.
 */
final class InferenceBench {

    private static final int USAGE = 2;
    private static final String PROJECT = "helios.project";

    private InferenceBench() {}

    public static void main(String[] arguments) throws Exception {
        BenchOptions options;
        try {
            options = BenchOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + ". ./helios bench --help lists the options.");
            System.exit(USAGE);
            return;
        }
        Quiet.warningsToStandardError();
        Figures figures = new Figures();
        measure(options, figures);
        System.out.println(options.json() ? figures.json() : figures.table());
        System.err.println(figures.verdict());
        // The pools of the native library would keep the process.
        System.exit(0);
    }

    private static void measure(BenchOptions options, Figures figures) throws Exception {
        OnnxRuntime runtime = start(options.threads());
        Optional<Path> llama = LlamaLoop.onPath();
        System.err.printf(
                "ONNX Runtime %s, %d threads, %s%n",
                runtime.version(),
                options.threads(),
                llama.map(path -> "llama.cpp by " + path).orElse("no llama-bench on the path: llama.cpp is left out"));
        try (Scratch scratch = new Scratch()) {
            if (options.network()) {
                new NetworkBench(options, figures).run(project(), scratch.folder("network"));
                return;
            }
            for (ModelShape shape : options.shapes()) {
                new ShapeBench(shape, options, figures, scratch, runtime, llama).run();
            }
        }
    }

    /** What the script says that it starts from. */
    private static Path project() {
        return Path.of(Objects.requireNonNull(System.getProperty(PROJECT), PROJECT));
    }

    /** DJL, which the product uses for other models, wants to be the first to start it. */
    private static OnnxRuntime start(int threads) throws ModelFailure {
        return OnnxRuntime.start(threads, new MemoryBudget(Long.MAX_VALUE));
    }
}
