/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.worker.runtime.graph.GraphStyle;
import com.noragentia.helios.worker.runtime.sampling.GumbelSampler;
import com.noragentia.helios.worker.runtime.sampling.SamplingRule;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Graphs that cannot write keys and values in place say the same, only slower. */
@Timeout(120)
class FedBackTest {

    private static final SamplingRule SAMPLED = new SamplingRule(0.8, 40, 0.95, 1.1, 0, 0, 4711);
    private static final GenerationSettings SETTINGS = new GenerationSettings(GumbelSampler::new, () -> 1, false);

    @TempDir
    private Path folder;

    @Test
    void an_answer_is_that_of_the_plain_loop_alone_in_company_and_from_a_known_start() throws Exception {
        RandomLanguageModel files = RandomLanguageModel.write(folder, GraphStyle.web(32));
        int[] one = PlainLoop.prompt(90, 1);
        int[] other = PlainLoop.prompt(40, 2);
        try (var opened = files.openCopying(SETTINGS);
                ExecutorService callers = Executors.newFixedThreadPool(2)) {
            assertThat(opened.model().behaviour().batches()).isFalse();
            Callable<int[]> first = () -> Heard.write(opened.model(), Heard.request(one, SAMPLED, 30));
            Future<int[]> beside = callers.submit(() -> Heard.write(opened.model(), Heard.request(other, SAMPLED, 30)));
            int[] answer = first.call();

            assertThat(answer).containsExactly(PlainLoop.write(files.graph(), one, SAMPLED, 30));
            assertThat(beside.get()).containsExactly(PlainLoop.write(files.graph(), other, SAMPLED, 30));

            int[] longer =
                    Stream.of(one, answer, other).flatMapToInt(IntStream::of).toArray();
            Heard heard = new Heard();
            assertThat(opened.model()
                            .generate(Heard.request(longer, SAMPLED, 20), heard)
                            .cachedTokens())
                    .isEqualTo(one.length);
            assertThat(heard.tokens()).containsExactly(PlainLoop.write(files.graph(), longer, SAMPLED, 20));
        }
    }
}
