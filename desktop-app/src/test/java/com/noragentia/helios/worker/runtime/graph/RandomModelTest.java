/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RandomModelTest {

    private static final ModelShape SHAPE = ModelShape.TINY;
    /** As tiny, with the biases of the Qwen2 family. */
    private static final ModelShape BIASED = new ModelShape("biased", 2, 256, 4, 2, 64, 512, 1024, true, 1e6, 1e-6f);

    private static final long[] PROMPT = {5, 900, 17, 3, 256, 77, 1023};

    /** A StringStringEntryProto: the key, and a value of any length. */
    private static final Pattern EXTERNAL_OFFSET = Pattern.compile("offset\\x12.(\\d+)", Pattern.DOTALL);

    @TempDir
    private Path folder;

    /** The environment is one for the process, and DJL, which other tests use, wants to be its first user. */
    @BeforeAll
    static void start() throws ModelFailure {
        OnnxRuntime.start(1, new MemoryBudget(1));
    }

    static Stream<Arguments> styles() {
        return Stream.of(
                Arguments.of("int4, blocks of 32", GraphStyle.int4(32)),
                Arguments.of("int4, blocks of 64", GraphStyle.int4(64)),
                Arguments.of("int4, blocks of 128", GraphStyle.int4(128)),
                Arguments.of("int8", GraphStyle.int8(32)),
                Arguments.of("zero points", GraphStyle.int4(32).withZeroPoints()),
                Arguments.of("int8 with zero points", GraphStyle.int8(32).withZeroPoints()),
                Arguments.of("separate attention", GraphStyle.int4(32).withSeparateAttention()),
                Arguments.of("packed feed-forward", GraphStyle.int4(32).withPackedFeedForward()),
                Arguments.of("all logits", GraphStyle.int4(32).withAllLogits()),
                Arguments.of("a cache of bytes", GraphStyle.int4(32).withInt8Cache()),
                Arguments.of("in one file", GraphStyle.int4(32).withContext(64).inOneFile()),
                Arguments.of("accuracy 0", GraphStyle.int4(32).withAccuracyLevel(0)),
                Arguments.of("web", GraphStyle.web(32)),
                Arguments.of("float32", GraphStyle.float32()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("styles")
    void every_style_runs_and_remembers(String name, GraphStyle style) throws IOException, OrtException {
        for (ModelShape shape : List.of(SHAPE, BIASED)) {
            Path model = RandomModel.write(Files.createDirectory(folder.resolve(shape.name())), shape, style, 1);
            try (CopyingLoop whole = CopyingLoop.open(model, 1);
                    CopyingLoop stepped = CopyingLoop.open(model, 1)) {
                long[] logits = whole.step(PROMPT).getInfo().getShape();
                whole.restart();
                float[] atOnce = whole.lastLogits(PROMPT);
                stepped.lastLogits(PROMPT[0], PROMPT[1], PROMPT[2]);
                for (int i = 3; i + 1 < PROMPT.length; i++) {
                    stepped.lastLogits(PROMPT[i]);
                }
                float[] oneByOne = stepped.lastLogits(PROMPT[PROMPT.length - 1]);

                assertThat(logits).containsExactly(1, style.lastLogitsOnly() ? 1 : PROMPT.length, shape.vocabulary());
                // Logits that are spread show that no part multiplies by nothing.
                assertThat(deviation(atOnce)).isBetween(0.3, 5.0);
                assertThat(deviation(difference(atOnce, oneByOne))).isLessThan(style.int8Cache() ? 0.1 : 0.02);
            }
        }
    }

    @Test
    void packing_and_pruning_leave_the_model_what_it_was() throws IOException, OrtException {
        GraphStyle plain = GraphStyle.int4(32).withSeparateAttention();
        List<GraphStyle> same = List.of(
                GraphStyle.int4(32),
                plain.withPackedFeedForward(),
                plain.withAllLogits(),
                plain.withZeroPoints(),
                plain.withContext(64).inOneFile());
        float[] expected = logits("plain", plain, 1);

        for (GraphStyle style : same) {
            assertThat(logits("s" + same.indexOf(style), style, 1)).containsExactly(expected, within(0f));
        }
        assertThat(logits("other", plain, 2)).isNotEqualTo(expected);
    }

    @Test
    void the_same_seed_gives_the_same_files_with_tensors_on_pages() throws IOException {
        List<String> hashes = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            Path model = RandomModel.write(Files.createDirectory(folder.resolve(name)), SHAPE, GraphStyle.int4(32), 7);
            hashes.add(Sha256.hex(Files.readAllBytes(model)));
            hashes.add(Sha256.hex(Files.readAllBytes(model.resolveSibling("model.onnx.data"))));
        }

        assertThat(hashes.subList(0, 2)).isEqualTo(hashes.subList(2, 4));
        String graph = Files.readString(folder.resolve("a/model.onnx"), StandardCharsets.ISO_8859_1);
        assertThat(EXTERNAL_OFFSET.matcher(graph).results().map(found -> Long.parseLong(found.group(1))))
                .hasSizeGreaterThan(10)
                .allMatch(offset -> offset % 4096 == 0);
    }

    @Test
    void a_block_that_does_not_fit_is_refused() {
        assertThatThrownBy(() -> RandomModel.write(folder, ModelShape.SMOL_135M, GraphStyle.int4(128), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("576");
    }

    private float[] logits(String name, GraphStyle style, long seed) throws IOException, OrtException {
        Path model = RandomModel.write(Files.createDirectory(folder.resolve(name)), SHAPE, style, seed);
        try (CopyingLoop loop = CopyingLoop.open(model, 1)) {
            return loop.lastLogits(PROMPT);
        }
    }

    private static float[] difference(float[] a, float[] b) {
        float[] difference = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double deviation(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += value * value;
        }
        return Math.sqrt(squares / values.length);
    }
}
