/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.graph.GraphStyle;
import com.noragentia.helios.worker.runtime.graph.ModelShape;
import com.noragentia.helios.worker.runtime.sampling.SamplingRule;
import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CausalLanguageModelTest {

    private static final SamplingRule GREEDY = SamplingRule.GREEDY;

    @TempDir
    private Path folder;

    @Test
    void a_conversation_goes_on_from_its_own_start_and_no_other() throws Exception {
        int[] prompt = PlainLoop.prompt(100, 1);
        try (var opened = RandomLanguageModel.write(folder, GraphStyle.int4(32)).open(1)) {
            opened.model().generate(Heard.in("mine", prompt, GREEDY, 3), new Heard());

            assertThat(opened.model()
                            .generate(Heard.in("theirs", prompt, GREEDY, 3), new Heard())
                            .cachedTokens())
                    .isZero();
            assertThat(opened.model()
                            .generate(Heard.in("mine", prompt, GREEDY, 3), new Heard())
                            .cachedTokens())
                    .isEqualTo(99);
        }
    }

    @Test
    void what_nobody_goes_on_with_takes_no_room_from_conversations_and_shares_nothing() throws Exception {
        int[] prompt = PlainLoop.prompt(100, 1);
        try (var opened = RandomLanguageModel.write(folder, GraphStyle.int4(32)).open(1)) {
            opened.model().generate(Heard.in("mine", prompt, GREEDY, 3), new Heard());
            for (int i = 0; i < CacheBudget.MAX_SLOTS + 2; i++) {
                TokenSequence single = new TokenSequence(PlainLoop.prompt(40, 2));
                Generated generated = opened.model()
                        .generate(
                                new GenerationRequest(single, GREEDY, 3, Set.of(), Optional.empty(), false),
                                new Heard());
                assertThat(generated.cachedTokens()).isZero();
            }

            assertThat(opened.model()
                            .generate(Heard.in("mine", prompt, GREEDY, 3), new Heard())
                            .cachedTokens())
                    .isEqualTo(99);
        }
    }

    /** Each sign renews the lease: in silence a slow computer would lose it again and again. */
    @Test
    void what_was_written_before_goes_in_with_signs_of_life() throws Exception {
        try (var opened = RandomLanguageModel.write(folder, GraphStyle.int4(32)).open(1)) {
            TokenSequence interrupted = new TokenSequence(PlainLoop.prompt(50, 1));
            IntStream.of(PlainLoop.prompt(100, 2)).forEach(interrupted::append);
            Heard heard = new Heard();

            opened.model().generate(new GenerationRequest(interrupted, GREEDY, 103, Set.of()), heard);

            assertThat(heard.readings()).containsExactly(50, 66, 82, 98, 114, 130, 146);
            assertThat(heard.tokens()).hasSize(3);
        }
    }

    @Test
    void who_waits_for_room_hears_that_others_get_on() throws Exception {
        ModelShape wide = new ModelShape("wide", 8, 1024, 16, 4, 64, 4096, 1024, false, 1e4, 1e-5f);
        long token = 8L * wide.layers() * wide.cacheWidth();
        RandomLanguageModel measured = RandomLanguageModel.write(folder, wide, GraphStyle.int4(32), 1);
        long files = measured.manifest().files().stream()
                .mapToLong(file -> file.bytes())
                .sum();
        long memory = (long) (1.75 * files) + (32L << 20) + 9L * 4 * wide.vocabulary() + token * 2048;
        try (var opened = RandomLanguageModel.of(
                        measured.graph(), List.copyOf(measured.files().values()), memory)
                .open(1)) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch told = new CountDownLatch(2);
            Queue<String> signs = new ConcurrentLinkedQueue<>();
            Thread writer = asking(opened.model(), 1, new Heard() {
                @Override
                public boolean token(int token) {
                    begun.countDown();
                    return true;
                }
            });
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            Thread waiter = asking(opened.model(), 2, new Heard() {
                @Override
                public void reading(int done, int total) {
                    signs.add(done + " of " + total);
                    told.countDown();
                }
            });

            assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(signs).startsWith("1 of 0", "2 of 0");
            assertThat(writer.isAlive()).isTrue();
            for (Thread caller : List.of(waiter, writer)) {
                caller.interrupt();
                caller.join();
            }
        }
    }

    private static Thread asking(CausalLanguageModel model, long seed, Heard heard) {
        return Thread.ofPlatform().start(() -> {
            try {
                model.generate(Heard.request(PlainLoop.prompt(10, seed), GREEDY, 1900), heard);
            } catch (ModelFailure | InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void what_is_no_language_model_is_refused_with_the_reason() throws Exception {
        Path graph = folder.resolve("model.onnx");
        try (InputStream encoder = Objects.requireNonNull(getClass().getResourceAsStream("/all-minilm-l6-v2-q.onnx"))) {
            Files.copy(encoder, graph);
        }
        assertThatThrownBy(() -> RandomLanguageModel.of(graph, List.of(graph), 300_000_000)
                        .open(1))
                .isInstanceOf(ModelFailure.class)
                .hasMessageContaining("does not say how many tokens it reads");

        Path config = Files.writeString(folder.resolve("config.json"), "{\"max_position_embeddings\": 512}");
        assertThatThrownBy(() -> RandomLanguageModel.of(graph, List.of(graph, config), 300_000_000)
                        .open(1))
                .isInstanceOf(ModelFailure.class)
                .hasMessageContaining("not that of a language model");

        Files.writeString(config, "{");
        assertThatThrownBy(() -> RandomLanguageModel.of(graph, List.of(graph, config), 300_000_000)
                        .open(1))
                .isInstanceOf(ModelFailure.class)
                .hasMessageContaining("config.json is not JSON");
    }

    @Test
    void the_sequences_kept_give_way_to_the_budget() throws Exception {
        ModelShape shape = ModelShape.TINY;
        long token = 8L * shape.layers() * shape.cacheWidth();
        RandomLanguageModel measured = RandomLanguageModel.write(folder, GraphStyle.int4(32));
        long files = measured.manifest().files().stream()
                .mapToLong(file -> file.bytes())
                .sum();
        long memory = (long) (1.75 * files) + (32L << 20) + 9L * 4 * shape.vocabulary() + token * 2048;
        RandomLanguageModel tight =
                RandomLanguageModel.write(folder.resolve("tight"), shape, GraphStyle.int4(32), memory);
        try (var opened = tight.open(1)) {
            assertThat(opened.model().contextTokens()).isBetween(2000, 2048);
            for (int i = 0; i < 6; i++) {
                int[] prompt = PlainLoop.prompt(1000, i);
                assertThat(Heard.write(opened.model(), Heard.in("c" + i, prompt, GREEDY, 10)))
                        .containsExactly(PlainLoop.write(tight.graph(), prompt, GREEDY, 10));
            }
            assertThat(opened.model()
                            .generate(Heard.in("c5", PlainLoop.prompt(1000, 5), GREEDY, 1), new Heard())
                            .cachedTokens())
                    .isEqualTo(999);
            assertThat(opened.model()
                            .generate(Heard.in("c0", PlainLoop.prompt(1000, 0), GREEDY, 1), new Heard())
                            .cachedTokens())
                    .isZero();
        }
    }
}
