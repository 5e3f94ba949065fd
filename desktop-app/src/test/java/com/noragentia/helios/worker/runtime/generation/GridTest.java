/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.worker.runtime.graph.GraphStyle;
import com.noragentia.helios.worker.runtime.sampling.SamplingRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Graphs whose bits depend on how a prompt is cut give each job the same tokens all the same: 4-bit weights in blocks of 64 and 128. */
@Timeout(240)
class GridTest {

    private static final SamplingRule SAMPLED = new SamplingRule(0.8, 40, 0.95, 1.1, 0, 0, 4711);
    private static final int TOKENS = 60;
    /** Around the borders of chunks, and odd ones. */
    private static final List<Integer> LENGTHS = List.of(127, 128, 129, 193, 256, 257, 259, 333);

    @TempDir
    private static Path folder;

    private static List<RandomLanguageModel> models = List.of();

    @BeforeAll
    static void write_models() throws Exception {
        models = List.of(
                RandomLanguageModel.write(folder.resolve("64"), GraphStyle.int4(64)),
                RandomLanguageModel.write(
                        folder.resolve("64all"), GraphStyle.int4(64).withAllLogits()),
                RandomLanguageModel.write(folder.resolve("128"), GraphStyle.int4(128)));
        models.getFirst().open(1).close(); // DJL wants to come before any other use of ONNX Runtime
    }

    static Stream<RandomLanguageModel> models() {
        return models.stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_probe_sees_that_the_cut_matters(RandomLanguageModel files) throws Exception {
        try (var opened = files.open(1)) {
            GraphBehaviour behaviour = opened.model().behaviour();

            assertThat(behaviour.cuts()).isEqualTo(Cuts.BY_FOURS);
            assertThat(behaviour.exactChunks()).isFalse();
            assertThat(behaviour.batches()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void an_answer_is_the_same_alone_in_company_and_from_a_known_start(RandomLanguageModel files) throws Exception {
        List<int[]> alone = new ArrayList<>();
        for (int length : LENGTHS) {
            try (var opened = files.open(1)) {
                alone.add(
                        Heard.write(opened.model(), Heard.request(PlainLoop.prompt(length, length), SAMPLED, TOKENS)));
            }
        }
        try (var opened = files.open(1);
                ExecutorService callers = Executors.newFixedThreadPool(LENGTHS.size())) {
            List<Future<int[]>> together = LENGTHS.stream()
                    .map(length -> callers.submit(() -> Heard.write(
                            opened.model(), Heard.in("c" + length, PlainLoop.prompt(length, length), SAMPLED, TOKENS))))
                    .toList();
            for (int i = 0; i < alone.size(); i++) {
                assertThat(together.get(i).get())
                        .as("%d tokens in company", LENGTHS.get(i))
                        .containsExactly(alone.get(i));
            }
        }
        try (var opened = files.open(1)) {
            for (int length : LENGTHS) {
                int[] prompt = PlainLoop.prompt(length, length);
                int[] earlier = IntStream.of(prompt).limit(length - 20).toArray();
                opened.model().generate(Heard.in("c" + length, earlier, SAMPLED, 3), new Heard());
                Heard heard = new Heard();

                Generated generated = opened.model().generate(Heard.in("c" + length, prompt, SAMPLED, TOKENS), heard);

                assertThat(heard.tokens())
                        .as("%d tokens from a known start", length)
                        .containsExactly(alone.get(LENGTHS.indexOf(length)));
                assertThat(generated.cachedTokens()).isPositive().isEqualTo((length - 21) / 4 * 4);
            }
        }
    }
}
