/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.graph.ModelShape;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MemoryPlanTest {

    private static final long MB = 1 << 20;

    /** The lengths of tokenizers are not published; the largest here has 11 MB. */
    private static final long TOKENIZER_BYTES = 12_000_000;

    private static final String GRAPH = "model_q4.onnx";

    private static final Map<String, ModelShape> SHAPES = Map.of(
            "smollm2-135m-instruct", ModelShape.SMOL_135M,
            "qwen2-5-0-5b-instruct", ModelShape.QWEN_500M,
            "qwen2-5-1-5b-instruct", ModelShape.QWEN_1500M);

    @Test
    void what_weights_and_work_leave_is_for_keys_and_values() throws ModelFailure {
        MemoryPlan plan = MemoryPlan.of("m", 1000 * MB, 400 * MB, false, 8 * MB, 46_080, 4096);

        assertThat(plan.weights()).isEqualTo(700 * MB);
        assertThat(plan.caches().tokens()).isEqualTo((1000 - 700 - 40) * MB / 46_080);
        assertThat(plan.caches().context()).isEqualTo(4096);
    }

    @Test
    void mapped_weights_leave_more() throws ModelFailure {
        assertThat(MemoryPlan.of("m", 500 * MB, 400 * MB, true, 0, 46_080, 4096)
                        .caches()
                        .context())
                .isEqualTo(4096);
    }

    @Test
    void a_tight_reservation_shortens_the_context() throws ModelFailure {
        CacheBudget caches =
                MemoryPlan.of("m", 750 * MB, 400 * MB, false, 0, 46_080, 4096).caches();

        assertThat(caches.context()).isEqualTo((int) (18 * MB / 46_080)).isEqualTo((int) caches.tokens());
    }

    @Test
    void too_little_is_refused_with_what_is_needed() {
        assertThatThrownBy(() -> MemoryPlan.of("m", 735 * MB, 400 * MB, false, 0, 46_080, 4096))
                .isInstanceOf(ModelFailure.class)
                .hasMessage("m needs %d bytes of memory, and %d are set aside for it"
                        .formatted(732 * MB + 256 * 46_080, 735 * MB));
    }

    @Test
    void every_language_model_of_the_production_set_has_room_for_its_promised_context_and_eight_usual_answers()
            throws Exception {
        int checked = 0;
        for (JsonNode model : productionSet().path("models")) {
            if (model.at("/traits/family").asText().equals("causal-lm") && aboutBytes(model) > 0) {
                CacheBudget caches = plan(model).caches();
                int promised = model.at("/traits/contextTokens").asInt();

                assertThat(caches.context()).as(model.path("id").asText()).isEqualTo(promised);
                assertThat(caches.usualSequences(promised))
                        .as(model.path("id").asText())
                        .isEqualTo(CacheBudget.MAX_ACTIVE);
                checked++;
            }
        }
        assertThat(checked).isEqualTo(SHAPES.size());
    }

    /** As the graph of the hub: caches of floats, and logits for every token that is read. */
    private static MemoryPlan plan(JsonNode model) throws ModelFailure {
        ModelShape shape = Objects.requireNonNull(SHAPES.get(model.path("id").asText()));
        long tokenBytes = 2L * shape.layers() * shape.cacheWidth() * Float.BYTES;
        int rows = ReadingPlan.of(true, Cuts.ANYWHERE).widest() + LogitRows.MAX_ROWS;
        Company company = Company.of(files(model), GRAPH);
        return MemoryPlan.of(
                model.path("id").asText(),
                model.path("memoryBytes").asLong() - company.setAside(),
                company.ownFiles(),
                false,
                (long) rows * shape.vocabulary() * Float.BYTES,
                tokenBytes,
                model.at("/traits/contextTokens").asInt());
    }

    /** As they are when it is pinned. */
    private static List<ModelFile> files(JsonNode model) {
        List<ModelFile> files = new ArrayList<>();
        files.add(file(GRAPH, aboutBytes(model)));
        files.add(file("tokenizer.json", TOKENIZER_BYTES));
        model.path("bundled")
                .forEach(bundled -> files.add(file(
                        bundled.path("name").asText(), bundled.path("bytes").asLong())));
        return files;
    }

    private static ModelFile file(String name, long bytes) {
        return new ModelFile(name, bytes, "0".repeat(64), List.of());
    }

    @Test
    void what_finds_its_way_in_documents_has_memory_of_its_own() {
        List<ModelFile> writing = List.of(file(GRAPH, 100), file("tokenizer.json", 10));
        List<ModelFile> reading = List.of(file(GRAPH, 100), file("tokenizer.json", 10), file("encoder.onnx", 50));

        assertThat(Company.of(writing, GRAPH)).isEqualTo(new Company(110, 0));
        assertThat(Company.of(reading, GRAPH)).isEqualTo(new Company(110, Company.BESIDE_BYTES));
    }

    private static long aboutBytes(JsonNode model) {
        long bytes = 0;
        for (JsonNode file : model.path("files")) {
            bytes += file.path("aboutBytes").asLong(0);
        }
        return bytes;
    }

    private static JsonNode productionSet() throws IOException {
        try (InputStream in = MemoryPlanTest.class.getResourceAsStream("/catalogue/production.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        }
    }
}
