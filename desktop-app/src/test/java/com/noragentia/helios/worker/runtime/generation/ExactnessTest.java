/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.worker.runtime.graph.GraphStyle;
import com.noragentia.helios.worker.runtime.sampling.SamplingRule;
import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However an answer is computed, its tokens are those of the plain loop: 4-bit weights in blocks of 32. */
@Timeout(240)
class ExactnessTest {

    private static final SamplingRule SAMPLED = new SamplingRule(0.8, 40, 0.95, 1.1, 0, 0, 4711);
    /** Of few surprises, so that what was said once is said again. */
    private static final SamplingRule COOL = new SamplingRule(0.2, 40, 0.95, 1, 0, 0, 4711);

    private static final int TOKENS = 40;

    @TempDir
    private static Path folder;

    private static RandomLanguageModel lastLogits;
    private static RandomLanguageModel allLogits;
    private static RandomLanguageModel byteCache;

    @BeforeAll
    static void write_models() throws Exception {
        lastLogits = RandomLanguageModel.write(folder.resolve("last"), GraphStyle.int4(32));
        allLogits = RandomLanguageModel.write(
                folder.resolve("all"), GraphStyle.int4(32).withAllLogits());
        byteCache = RandomLanguageModel.write(
                folder.resolve("bytes"), GraphStyle.int4(32).withAllLogits().withInt8Cache());
        lastLogits.open(1).close(); // DJL wants to come before any other use of ONNX Runtime
    }

    static Stream<Arguments> ways() {
        return Stream.of(SamplingRule.GREEDY, SAMPLED)
                .flatMap(rule -> IntStream.of(1, 2)
                        .boxed()
                        .flatMap(threads -> Stream.of(lastLogits, allLogits, byteCache)
                                .map(model -> Arguments.of(model, threads, rule))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void an_answer_is_that_of_the_plain_loop(RandomLanguageModel files, int threads, SamplingRule rule)
            throws Exception {
        int[] prompt = PlainLoop.prompt(300, 1);
        try (var opened = files.open(threads)) {
            assertThat(opened.model().behaviour().batches()).isTrue();
            assertThat(opened.model().behaviour().exactChunks()).isEqualTo(files.equals(byteCache));
            Heard heard = new Heard();

            Generated generated = opened.model().generate(Heard.request(prompt, rule, TOKENS), heard);

            assertThat(heard.tokens()).containsExactly(PlainLoop.write(files.graph(), prompt, rule, TOKENS));
            assertThat(generated).isEqualTo(new Generated(Generated.End.LENGTH, 300, 0, TOKENS));
            assertThat(heard.readings()).hasSizeGreaterThan(1).isSorted().last().isEqualTo(300);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_start_that_is_known_changes_nothing(RandomLanguageModel files, int threads, SamplingRule rule)
            throws Exception {
        int[] first = PlainLoop.prompt(80, 2);
        try (var opened = files.open(threads)) {
            int[] answer = Heard.write(opened.model(), Heard.request(first, rule, TOKENS));
            int[] second = Stream.of(first, answer, PlainLoop.prompt(30, 3))
                    .flatMapToInt(IntStream::of)
                    .toArray();
            Heard heard = new Heard();

            Generated generated = opened.model().generate(Heard.request(second, rule, TOKENS), heard);

            assertThat(generated.cachedTokens())
                    .isEqualTo(files.equals(byteCache) ? first.length + answer.length - 1 : first.length);
            assertThat(heard.tokens()).containsExactly(PlainLoop.write(files.graph(), second, rule, TOKENS));
            assertThat(Heard.write(opened.model(), Heard.request(first, rule, TOKENS)))
                    .as("after rewinding")
                    .containsExactly(answer);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void guesses_from_the_prompt_change_nothing(RandomLanguageModel files, int threads, SamplingRule way)
            throws Exception {
        SamplingRule rule = way.isGreedy() ? way : COOL;
        int[] prompt = PlainLoop.prompt(40, 4);
        try (var opened = files.open(threads)) {
            int[] answer = Heard.write(opened.model(), Heard.request(prompt, rule, TOKENS));
            int[] again = Stream.of(prompt, answer, prompt, answer)
                    .flatMapToInt(IntStream::of)
                    .toArray();

            assertThat(Heard.write(opened.model(), Heard.request(again, rule, TOKENS)))
                    .containsExactly(PlainLoop.write(files.graph(), again, rule, TOKENS));
            assertThat(opened.model().counts().guessed() > 0).isEqualTo(files.equals(byteCache));
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void company_changes_nothing(RandomLanguageModel files, int threads, SamplingRule rule) throws Exception {
        try (var opened = files.open(threads);
                ExecutorService callers = Executors.newFixedThreadPool(10)) {
            List<Callable<int[]>> calls = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                int[] prompt = PlainLoop.prompt(20 + 23 * i, 100 + i);
                calls.add(() -> Heard.write(opened.model(), Heard.request(prompt, rule, 40 + 3 * prompt.length % 30)));
            }
            List<Future<int[]>> answers = callers.invokeAll(calls);

            for (int i = 0; i < answers.size(); i++) {
                int[] prompt = PlainLoop.prompt(20 + 23 * i, 100 + i);
                assertThat(answers.get(i).get())
                        .as("answer %d", i)
                        .containsExactly(PlainLoop.write(files.graph(), prompt, rule, 40 + 3 * prompt.length % 30));
            }
            assertThat(opened.model().counts().widest()).isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void an_answer_that_goes_on_elsewhere_is_the_same(RandomLanguageModel files, int threads, SamplingRule rule)
            throws Exception {
        int[] prompt = PlainLoop.prompt(50, 6);
        int[] whole = PlainLoop.write(files.graph(), prompt, rule, TOKENS);
        TokenSequence interrupted = new TokenSequence(prompt);
        IntStream.of(whole).limit(23).forEach(interrupted::append);
        try (var opened = files.open(threads)) {
            Heard heard = new Heard();

            Generated generated =
                    opened.model().generate(new GenerationRequest(interrupted, rule, TOKENS, Set.of()), heard);

            assertThat(heard.tokens())
                    .containsExactly(IntStream.of(whole).skip(23).toArray());
            assertThat(generated).isEqualTo(new Generated(Generated.End.LENGTH, 50, 0, TOKENS));
        }
    }
}
