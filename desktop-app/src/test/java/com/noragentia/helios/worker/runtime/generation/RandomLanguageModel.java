/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import com.noragentia.helios.worker.runtime.graph.GraphStyle;
import com.noragentia.helios.worker.runtime.graph.ModelShape;
import com.noragentia.helios.worker.runtime.graph.RandomModel;
import com.noragentia.helios.worker.runtime.sampling.GumbelSampler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small language model with random weights: its files, and opened as often as a test wants. */
record RandomLanguageModel(Path graph, ModelManifest manifest, Map<String, Path> files) {

    static final int VOCABULARY = ModelShape.TINY.vocabulary();
    private static final long MEMORY = 200_000_000;

    static RandomLanguageModel write(Path folder, GraphStyle style) {
        return write(folder, ModelShape.TINY, style, MEMORY);
    }

    static RandomLanguageModel write(Path folder, ModelShape shape, GraphStyle style, long memoryBytes) {
        try {
            Path graph = RandomModel.write(Files.createDirectories(folder), shape, style, 1);
            try (Stream<Path> all = Files.list(folder)) {
                return of(graph, all.toList(), memoryBytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RandomLanguageModel of(Path graph, List<Path> all, long memoryBytes) {
        Map<String, Path> files =
                all.stream().collect(Collectors.toMap(path -> path.getFileName().toString(), Function.identity()));
        List<ModelFile> listed = all.stream().map(RandomLanguageModel::listed).toList();
        ModelManifest manifest =
                new ModelManifest("random", "Random", List.of(Expert.CHAT), List.of(), "CC0-1.0", memoryBytes, listed);
        return new RandomLanguageModel(graph, manifest, files);
    }

    private static ModelFile listed(Path path) {
        try {
            return new ModelFile(
                    path.getFileName().toString(), Files.size(path), Sha256.hex(Files.readAllBytes(path)), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Opened open(int threads) throws ModelFailure {
        return open(new GenerationSettings(GumbelSampler::new, () -> threads, false));
    }

    Opened open(GenerationSettings settings) throws ModelFailure {
        return open(settings, Optional.empty());
    }

    Opened open(GenerationSettings settings, Optional<Path> prepacked) throws ModelFailure {
        return open(prepacked, space -> CausalLanguageModel.open(space, "model.onnx", settings));
    }

    /** As if its graph could not write keys and values in place. */
    Opened openCopying(GenerationSettings settings) throws ModelFailure {
        return open(Optional.empty(), space -> CausalLanguageModel.open(space, "model.onnx", settings, false));
    }

    private Opened open(Optional<Path> prepacked, OnnxRuntime.Opening<CausalLanguageModel> opening)
            throws ModelFailure {
        OnnxRuntime runtime = OnnxRuntime.start(1, new MemoryBudget(manifest.memoryBytes()), prepacked);
        ModelSpace space = runtime.admit(manifest, files);
        boolean opened = false;
        try {
            CausalLanguageModel model = opening.openIn(space);
            opened = true;
            return new Opened(space, model);
        } finally {
            if (!opened) {
                space.close();
            }
        }
    }

    /** In memory until closed. */
    record Opened(ModelSpace space, CausalLanguageModel model) implements AutoCloseable {

        @Override
        public void close() {
            space.close();
        }
    }
}
