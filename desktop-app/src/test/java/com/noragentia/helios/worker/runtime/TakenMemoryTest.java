/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.generation.CausalLanguageModel;
import com.noragentia.helios.worker.runtime.generation.GenerationRequest;
import com.noragentia.helios.worker.runtime.generation.GenerationSettings;
import com.noragentia.helios.worker.runtime.generation.TokenSink;
import com.noragentia.helios.worker.runtime.graph.GraphStyle;
import com.noragentia.helios.worker.runtime.graph.ModelShape;
import com.noragentia.helios.worker.runtime.graph.RandomModel;
import com.noragentia.helios.worker.runtime.sampling.GumbelSampler;
import com.noragentia.helios.worker.runtime.sampling.SamplingRule;
import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What loading took is compared with what was set aside for it. */
@Timeout(120)
class TakenMemoryTest {

    private static final long MB = 1L << 20;

    @TempDir
    private Path folder;

    @Test
    void the_memory_of_this_process_is_read() {
        assertThat(ProcessMemory.bytes("RssAnon:\t    5376 kB")).isEqualTo(5376 * 1024);
        assertThat(ProcessMemory.anonymousBytes()).isPresent();
        assertThat(ProcessMemory.anonymousBytes().orElseThrow()).isGreaterThan(MB);
    }

    @Test
    void what_is_within_the_tolerance_corrects_nothing() {
        assertThat(new TakenMemory(100 * MB, 100 * MB, 0, 64 * MB).toSetAside()).isEqualTo(100 * MB);
        assertThat(new TakenMemory(800 * MB, 850 * MB, 0, 50 * MB).toSetAside()).isEqualTo(800 * MB);
        assertThat(new TakenMemory(800 * MB, 100 * MB, 0, 0).toSetAside()).isEqualTo(800 * MB);
    }

    @Test
    void what_is_beyond_it_is_set_aside_from_now_on() {
        assertThat(new TakenMemory(100 * MB, 100 * MB, 0, 65 * MB).toSetAside()).isEqualTo(165 * MB);
        assertThat(new TakenMemory(800 * MB, 900 * MB, 0, MB).toSetAside()).isEqualTo(901 * MB);
    }

    @Test
    void what_others_grow_by_meanwhile_is_theirs() {
        assertThat(new TakenMemory(100 * MB, 500 * MB, 400 * MB, 0).toSetAside())
                .isEqualTo(100 * MB);
        assertThat(new TakenMemory(100 * MB, 500 * MB, 100 * MB, 0).toSetAside())
                .isEqualTo(400 * MB);
        assertThat(new TakenMemory(100 * MB, 500 * MB, -400 * MB, 0).toSetAside())
                .as("what they gave back may be in this process still")
                .isEqualTo(500 * MB);
        assertThat(new TakenMemory(0, 10 * MB, 100 * MB, 70 * MB).toSetAside())
                .as("nothing below nothing")
                .isEqualTo(70 * MB);
    }

    /** Keys and values of 128 kB a token. */
    private static final ModelShape OF_LARGE_CACHES =
            new ModelShape("large-caches", 8, 64, 32, 32, 64, 128, 256, false, 1e4, 1e-5f);

    @Test
    void keys_and_values_that_another_model_grows_meanwhile_do_not_count_against_the_one_that_loads() throws Exception {
        ModelManifest writer = languageModel(OF_LARGE_CACHES, GraphStyle.int4(32), 600 * MB);
        Path file = Files.write(folder.resolve("m.onnx"), SwellingModel.of(1_000));
        ModelManifest small = withMemory(CraftedModel.manifest(file), 10 * MB);
        OnnxRuntime runtime = OnnxRuntime.start(1, new MemoryBudget(700 * MB));
        AtomicReference<CausalLanguageModel> writing = new AtomicReference<>();
        System.gc(); // what other tests left would else be given back meanwhile

        try (ModelSpace first = runtime.admit(writer, files(), space -> {
                    writing.set(CausalLanguageModel.open(
                            space, "model.onnx", new GenerationSettings(GumbelSampler::new, () -> 1, false)));
                    return space;
                });
                ModelSpace second = runtime.admit(small, Map.of("m.onnx", file), space -> {
                    long before = ProcessMemory.anonymousBytes().orElseThrow();
                    write(Objects.requireNonNull(writing.get()));
                    assertThat(ProcessMemory.anonymousBytes().orElseThrow() - before)
                            .as("the other's keys and values")
                            .isGreaterThan(150 * MB);
                    return withGraph(space);
                })) {
            assertThat(first.memoryBytes()).isEqualTo(600 * MB);
            assertThat(second.memoryBytes()).as("with what Java itself grew by").isLessThan(100 * MB);
        }
    }

    /** An answer of one token to a prompt for which the keys and values have to grow. */
    private static void write(CausalLanguageModel model) throws ModelFailure {
        GenerationRequest request =
                new GenerationRequest(new TokenSequence(new int[1_100]), SamplingRule.GREEDY, 1, Set.of());
        try {
            var unused = model.generate(request, new TokenSink() {
                @Override
                public void reading(int done, int total) {}

                @Override
                public boolean token(int token) {
                    return true;
                }
            });
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_graph_of_few_bytes_that_takes_many_is_seen_through() throws Exception {
        int floats = 64 << 20;
        Path file = Files.write(folder.resolve("m.onnx"), SwellingModel.of(floats));
        ModelManifest manifest = CraftedModel.manifest(file);
        MemoryBudget budget = new MemoryBudget(100 * MB);
        OnnxRuntime runtime = OnnxRuntime.start(1, budget);

        ModelSpace space = runtime.admit(manifest, Map.of("m.onnx", file), TakenMemoryTest::withGraph);

        assertThat(space.memoryBytes()).isGreaterThanOrEqualTo(4L * floats).isLessThan(12L * floats);
        assertThat(budget.freeBytes()).isEqualTo(100 * MB - space.memoryBytes()).isNegative();
        space.close();
        assertThat(budget.freeBytes()).isEqualTo(100 * MB);
    }

    @Test
    void a_language_model_that_takes_what_it_was_to_take_stays_within_it() throws Exception {
        ModelManifest manifest = languageModel(ModelShape.SMOL_135M, GraphStyle.int4(32), 600 * MB);
        MemoryBudget budget = new MemoryBudget(700 * MB);

        try (ModelSpace space = open(OnnxRuntime.start(1, budget), manifest, false)) {
            assertThat(space.memoryBytes()).isEqualTo(600 * MB);
        }
        assertThat(budget.freeBytes()).isEqualTo(700 * MB);
    }

    @Test
    void prepacking_waits_for_memory_of_its_own() throws Exception {
        ModelManifest manifest =
                languageModel(ModelShape.TINY, GraphStyle.int4(32).withAccuracyLevel(0), 40 * MB);
        long files = manifest.files().stream().mapToLong(ModelFile::bytes).sum();
        long peak = (long) (PrepackedGraphs.PEAK * files);
        Path kept = folder.resolve("kept");

        ModelManifest tight = withMemory(manifest, peak - 1);
        MemoryBudget full = new MemoryBudget(peak - 1);
        try (ModelSpace space = OnnxRuntime.start(1, full, Optional.of(kept)).admit(tight, files())) {
            assertThat(space.opener("model.onnx", Optional.of((session, facts) -> "same"))
                            .isMapped())
                    .as("no room for the peak")
                    .isFalse();
        }
        MemoryBudget enough = new MemoryBudget(peak);
        try (ModelSpace space = OnnxRuntime.start(1, enough, Optional.of(kept)).admit(tight, files())) {
            assertThat(space.opener("model.onnx", Optional.of((session, facts) -> "same"))
                            .isMapped())
                    .isTrue();
            assertThat(enough.freeBytes()).as("given back").isEqualTo(1);
        }
    }

    private static ModelSpace withGraph(ModelSpace space) throws ModelFailure {
        space.graph("m.onnx");
        return space;
    }

    private ModelSpace open(OnnxRuntime runtime, ModelManifest manifest, boolean prepack) throws Exception {
        return runtime.admit(manifest, files(), space -> {
            CausalLanguageModel.open(space, "model.onnx", new GenerationSettings(GumbelSampler::new, () -> 1, prepack));
            return space;
        });
    }

    private ModelManifest languageModel(ModelShape shape, GraphStyle style, long memoryBytes) throws IOException {
        RandomModel.write(Files.createDirectories(folder.resolve("model")), shape, style, 1);
        return withMemory(CraftedModel.manifest(files().values().toArray(Path[]::new)), memoryBytes);
    }

    private static ModelManifest withMemory(ModelManifest manifest, long memoryBytes) {
        return new ModelManifest(
                "random", "Random", List.of(Expert.CHAT), List.of(), "CC0-1.0", memoryBytes, manifest.files());
    }

    private Map<String, Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("model"))) {
            return all.collect(Collectors.toMap(path -> path.getFileName().toString(), Function.identity()));
        }
    }
}
