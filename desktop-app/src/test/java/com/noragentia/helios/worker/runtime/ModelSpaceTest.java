/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSpaceTest {

    @TempDir
    private Path folder;

    private Path file;
    private ModelManifest manifest;
    private final MemoryBudget memory = new MemoryBudget(2_500);
    private OnnxRuntime runtime;

    @BeforeEach
    void craft_a_model_of_1000_bytes() throws IOException, ModelFailure {
        file = Files.write(folder.resolve("m.onnx"), CraftedModel.selfContained());
        manifest = CraftedModel.manifest(file);
        runtime = OnnxRuntime.start(1, memory);
    }

    @Test
    void a_graph_runs() throws ModelFailure, InterruptedException {
        try (ModelSpace space = admit()) {
            FloatTensor sum = space.graph("m.onnx").run(new FloatTensor(new float[] {1, 2}, 2));

            assertThat(sum.values()).containsExactly(1, 2);
            assertThat(sum.shape()).containsExactly(2);
        }
    }

    @Test
    void the_budget_refuses_the_model_that_does_not_fit() throws ModelFailure, InterruptedException {
        try (ModelSpace first = admit();
                ModelSpace second = admit()) {
            assertThat(first.manifest()).isEqualTo(second.manifest());
            assertThatThrownBy(this::admit)
                    .isInstanceOf(ModelFailure.class)
                    .hasMessageContaining("500 of 2500 are free");
        }
        assertThat(memory.freeBytes()).isEqualTo(2_500);
    }

    @Test
    void closing_twice_gives_the_memory_back_once() throws ModelFailure, InterruptedException {
        ModelSpace space = admit();
        space.close();
        space.close();

        assertThat(memory.freeBytes()).isEqualTo(2_500);
    }

    @Test
    void models_that_share_a_file_share_its_session_until_the_last_closes() throws ModelFailure, InterruptedException {
        ModelSpace first = admit();
        ModelSpace second = admit();
        first.graph("m.onnx");
        OnnxGraph shared = second.graph("m.onnx");
        assertThat(runtime.openSessions()).isEqualTo(1);

        first.close();
        assertThat(shared.run(new FloatTensor(new float[2], 2)).values()).containsExactly(0, 0);

        second.close();
        assertThat(runtime.openSessions()).isZero();
    }

    @Test
    void models_with_equal_graphs_and_different_weights_answer_each_with_their_own() throws Exception {
        OnnxRuntime roomy = Runtimes.roomy();
        try (ModelSpace first = external(roomy, "one", 1);
                ModelSpace second = external(roomy, "two", 2);
                ModelSpace third = external(roomy, "three", 2)) {
            assertThat(sumWithZeros(first)).containsExactly(1, 1);
            assertThat(sumWithZeros(second)).containsExactly(2, 2);
            assertThat(sumWithZeros(third)).containsExactly(2, 2);
            assertThat(roomy.openSessions()).as("equal weights are shared").isEqualTo(2);
        }
        assertThat(roomy.openSessions()).isZero();
    }

    private static float[] sumWithZeros(ModelSpace space) throws ModelFailure, InterruptedException {
        return space.graph("m.onnx").run(new FloatTensor(new float[2], 2)).values();
    }

    private ModelSpace external(OnnxRuntime roomy, String name, float weight) throws IOException, ModelFailure {
        Path place = Files.createDirectory(folder.resolve(name));
        Path graph = Files.write(place.resolve("m.onnx"), CraftedModel.withExternalData("m.onnx.data"));
        byte[] weights = ByteBuffer.allocate(CraftedModel.EXTERNAL_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(weight)
                .putFloat(weight)
                .array();
        Path data = Files.write(place.resolve("m.onnx.data"), weights);
        return roomy.admit(CraftedModel.manifest(graph, data), Map.of("m.onnx", graph, "m.onnx.data", data));
    }

    @Test
    void a_file_named_like_the_other_format_of_onnx_runtime_is_read_as_what_was_inspected() throws Exception {
        Path disguised = Files.write(folder.resolve("m.ort"), CraftedModel.selfContained());

        try (ModelSpace space = runtime.admit(CraftedModel.manifest(disguised), Map.of("m.ort", disguised))) {
            assertThat(space.graph("m.ort")
                            .run(new FloatTensor(new float[2], 2))
                            .values())
                    .hasSize(2);
        }
    }

    @Test
    void a_file_that_the_model_lacks_is_named() throws ModelFailure, InterruptedException {
        try (ModelSpace space = admit()) {
            assertThatThrownBy(() -> space.graph("other.onnx"))
                    .isInstanceOf(ModelFailure.class)
                    .hasMessageContaining("other.onnx");
        }
    }

    @Test
    void a_wrong_shape_is_a_failure_of_the_model() throws ModelFailure, InterruptedException {
        try (ModelSpace space = admit()) {
            OnnxGraph graph = space.graph("m.onnx");

            assertThatThrownBy(() -> graph.run(new FloatTensor(new float[3], 3)))
                    .isInstanceOf(ModelFailure.class)
                    .hasMessage("m.onnx does not run");
        }
    }

    private ModelSpace admit() throws ModelFailure, InterruptedException {
        return runtime.admit(manifest, Map.of("m.onnx", file));
    }
}
