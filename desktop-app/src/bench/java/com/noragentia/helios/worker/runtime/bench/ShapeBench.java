/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import com.noragentia.helios.worker.runtime.OnnxRuntime;
import com.noragentia.helios.worker.runtime.graph.GraphStyle;
import com.noragentia.helios.worker.runtime.graph.LlamaFile;
import com.noragentia.helios.worker.runtime.graph.ModelShape;
import com.noragentia.helios.worker.runtime.graph.RandomModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything about one shape. */
final class ShapeBench {

    /** Prompt and answer; the longest prompt measured, and room for answers. */
    static final int CAPACITY = 2048;

    /** Of these, several rows give the bits that each gives alone. */
    private static final int EXACT_BLOCK = 32;

    private static final long SEED = 1;
    private static final double MEGABYTE = 1e6;

    private final ModelShape shape;
    private final BenchOptions options;
    private final Figures figures;
    private final Scratch scratch;
    private final OnnxRuntime runtime;
    private final Optional<Path> llama;

    ShapeBench(
            ModelShape shape,
            BenchOptions options,
            Figures figures,
            Scratch scratch,
            OnnxRuntime runtime,
            Optional<Path> llama) {
        this.shape = shape;
        this.options = options;
        this.figures = figures;
        this.scratch = scratch;
        this.runtime = runtime;
        this.llama = llama;
    }

    void run() throws Exception {
        int block = options.blockFor(shape);
        System.err.printf("%s: int4, blocks of %d%n", shape.name(), block);
        Path folder = scratch.folder(shape.name());
        Path model = graph(folder, block);
        new LoadBench(shape, model, options, figures).run();
        try (OwnLoop own = OwnLoop.open(runtime, model, options.threads())) {
            speed(folder, model, own, block);
            new OwnLoopBench(shape, own, options, figures).alone(model);
        }
        new GuestBench(shape, model, options, figures).run();
        together(block == EXACT_BLOCK ? model : graph(scratch.folder(shape.name() + "-exact"), EXACT_BLOCK));
    }

    private Path graph(Path folder, int block) throws IOException {
        Path model = RandomModel.write(folder, shape, GraphStyle.int4(block).withPackedFeedForward(), SEED);
        String name = "%s, blocks of %d".formatted(shape.name(), block);
        figures.add(
                "%s.%d.file".formatted(shape.name(), block),
                name + ": on disk",
                "MB",
                Rounds.of(Files.size(model.resolveSibling("model.onnx.data")) / MEGABYTE));
        return model;
    }

    private void together(Path model) throws Exception {
        try (OwnLoop own = OwnLoop.open(runtime, model, options.threads())) {
            new OwnLoopBench(shape, own, options, figures).together();
        }
    }

    private void speed(Path folder, Path model, OwnLoop own, int block) throws Exception {
        List<Loop> loops = new ArrayList<>();
        try {
            loops.add(own);
            loops.add(BareLoop.open(model, options.threads(), CAPACITY));
            loops.add(PlainLoop.open(model, options.threads(), shape.vocabulary()));
            loops.add(DjlLoop.open(model, shape, options.threads()));
            if (llama.isPresent()) {
                loops.add(llamaLoop(folder, llama.get()));
            }
            new SpeedBench(shape, block, loops, options, figures).run();
        } finally {
            for (Loop loop : loops) {
                if (loop != own) {
                    loop.close();
                }
            }
        }
    }

    private LlamaLoop llamaLoop(Path folder, Path program) throws IOException {
        return LlamaLoop.of(program, LlamaFile.write(folder, shape, SEED), options.threads());
    }
}
