/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import com.noragentia.helios.worker.runtime.generation.CausalLanguageModel;
import com.noragentia.helios.worker.runtime.generation.GenerationRequest;
import com.noragentia.helios.worker.runtime.generation.GenerationSettings;
import com.noragentia.helios.worker.runtime.sampling.GumbelSampler;
import com.noragentia.helios.worker.runtime.sampling.SamplingRule;
import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The product's loop, used as its experts use it. */
final class OwnLoop implements Loop {

    /** For weights, packed and not, and caches: more than any shape here needs. */
    private static final long MEMORY_BYTES = 8_000_000_000L;

    private final CausalLanguageModel model;
    private final ModelSpace space;

    private OwnLoop(CausalLanguageModel model, ModelSpace space) {
        this.model = model;
        this.space = space;
    }

    /** Opens a graph with what lies beside it under its name, for so many threads. */
    static OwnLoop open(OnnxRuntime runtime, Path graph, int threads) throws ModelFailure, IOException {
        return open(runtime, graph, new GenerationSettings(GumbelSampler::new, () -> threads, false));
    }

    static OwnLoop open(OnnxRuntime runtime, Path graph, GenerationSettings settings) throws ModelFailure, IOException {
        String name = graph.getFileName().toString();
        Map<String, Path> files = new LinkedHashMap<>();
        files.put(name, graph);
        files.put(name + ".data", graph.resolveSibling(name + ".data"));
        List<ModelFile> listed = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            // Nobody checks the hash here; it only names the file.
            String identity = Sha256.hex(file.getValue().toString().getBytes(StandardCharsets.UTF_8));
            listed.add(new ModelFile(file.getKey(), Files.size(file.getValue()), identity, List.of()));
        }
        ModelManifest manifest =
                new ModelManifest("bench", "Bench", List.of(Expert.CHAT), List.of(), "CC0-1.0", MEMORY_BYTES, listed);
        return runtime.admit(
                manifest, files, space -> new OwnLoop(CausalLanguageModel.open(space, name, settings), space));
    }

    @Override
    public String name() {
        return "helios";
    }

    @Override
    public Timing write(int[] prompt, int tokens) throws ModelFailure, InterruptedException {
        TokenClock clock = new TokenClock();
        long start = System.nanoTime();
        write(prompt, tokens, Optional.empty(), clock);
        return Timing.of(prompt.length, clock.count(), start, clock.first(), clock.last());
    }

    /** Writes as part of a conversation, or of none; nothing ends the answer but its length. Thread-safe. */
    void write(int[] prompt, int tokens, Optional<String> conversation, TokenClock clock)
            throws ModelFailure, InterruptedException {
        model.generate(
                new GenerationRequest(new TokenSequence(prompt), SamplingRule.GREEDY, tokens, Set.of(), conversation),
                clock);
    }

    @Override
    public void close() {
        space.close();
    }
}
