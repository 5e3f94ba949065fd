/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.graph.GraphStyle;
import com.noragentia.helios.worker.runtime.graph.ModelShape;
import com.noragentia.helios.worker.runtime.sampling.SamplingRule;
import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ends an answer, from inside and from outside. */
@Timeout(120)
class AnswerEndTest {

    private static final SamplingRule GREEDY = SamplingRule.GREEDY;

    @TempDir
    private Path folder;

    @Test
    void the_sink_ends_an_answer_and_only_what_it_heard_counts() throws Exception {
        try (var opened = RandomLanguageModel.write(folder, GraphStyle.int4(32)).open(1)) {
            Heard heard = new Heard() {
                @Override
                public boolean token(int token) {
                    super.token(token);
                    return tokens().length < 5;
                }
            };

            Generated generated = opened.model().generate(Heard.request(PlainLoop.prompt(9, 1), GREEDY, 500), heard);

            assertThat(generated).isEqualTo(new Generated(Generated.End.SINK, 9, 0, 5));
            assertThat(heard.tokens()).hasSize(5);
        }
    }

    @Test
    void an_end_token_ends_the_answer_unheard() throws Exception {
        RandomLanguageModel files = RandomLanguageModel.write(folder, GraphStyle.int4(32));
        int[] prompt = PlainLoop.prompt(9, 1);
        try (var opened = files.open(1)) {
            int[] free = Heard.write(opened.model(), Heard.request(prompt, GREEDY, 20));
            int end = free[7];
            Heard heard = new Heard();

            Generated generated = opened.model()
                    .generate(new GenerationRequest(new TokenSequence(prompt), GREEDY, 20, Set.of(end)), heard);

            assertThat(generated.end()).isEqualTo(Generated.End.END_TOKEN);
            assertThat(heard.tokens()).doesNotContain(end).isEqualTo(Arrays.copyOf(free, heard.tokens().length));
            assertThat(generated.writtenTokens()).isEqualTo(heard.tokens().length + 1);
        }
    }

    @Test
    void the_context_ends_an_answer() throws Exception {
        RandomLanguageModel files =
                RandomLanguageModel.write(folder, GraphStyle.int4(32).withContext(64));
        try (var opened = files.open(1)) {
            assertThat(opened.model().contextTokens()).isEqualTo(64);
            Heard heard = new Heard();

            Generated generated = opened.model().generate(Heard.request(PlainLoop.prompt(60, 1), GREEDY, 500), heard);

            assertThat(generated).isEqualTo(new Generated(Generated.End.LENGTH, 60, 0, 4));
            assertThatThrownBy(() -> opened.model().generate(Heard.request(new int[64], GREEDY, 1), heard))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("context of 64");
            assertThatThrownBy(() -> opened.model().generate(Heard.request(new int[] {1024}, GREEDY, 1), heard))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("out of range");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_is_interrupted_stops_the_computing_at_once(boolean reading) throws Exception {
        RandomLanguageModel files = RandomLanguageModel.write(
                folder,
                new ModelShape("wide", 12, 1024, 16, 4, 64, 4096, 1024, false, 1e4, 1e-5f),
                GraphStyle.int4(32),
                2_000_000_000);
        try (var opened = files.open(1)) {
            CountDownLatch begun = new CountDownLatch(reading ? 1 : 5);
            AtomicReference<Throwable> end = new AtomicReference<>();
            Heard heard = new Heard() {
                @Override
                public void reading(int done, int total) {
                    if (reading) {
                        begun.countDown();
                    }
                }

                @Override
                public boolean token(int token) {
                    begun.countDown();
                    return true;
                }
            };
            Thread caller = Thread.ofPlatform().start(() -> {
                try {
                    opened.model()
                            .generate(Heard.request(PlainLoop.prompt(reading ? 3000 : 10, 1), GREEDY, 1000), heard);
                } catch (ModelFailure | InterruptedException e) {
                    end.set(e);
                }
            });
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

            caller.interrupt();
            caller.join();
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .until(() -> opened.model().isIdle());

            assertThat(end.get()).isInstanceOf(InterruptedException.class);
            long runs = opened.model().counts().runs();
            assertThat(Heard.write(opened.model(), Heard.request(PlainLoop.prompt(10, 2), GREEDY, 4)))
                    .hasSize(4);
            assertThat(opened.model().counts().runs() - runs).isEqualTo(4);
        }
    }

    @Test
    void closing_in_the_middle_of_an_answer_ends_it() throws Exception {
        var opened = RandomLanguageModel.write(folder, GraphStyle.int4(32)).open(1);
        CountDownLatch begun = new CountDownLatch(3);
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread caller = Thread.ofPlatform().start(() -> {
            try {
                opened.model().generate(Heard.request(PlainLoop.prompt(10, 1), GREEDY, 4000), new Heard() {
                    @Override
                    public boolean token(int token) {
                        begun.countDown();
                        return true;
                    }
                });
            } catch (ModelFailure | InterruptedException e) {
                end.set(e);
            }
        });
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

        opened.close();
        caller.join();

        assertThat(end.get())
                .isInstanceOfSatisfying(
                        ModelFailure.class,
                        failure -> assertThat(failure.isOfTask()).isTrue())
                .hasMessage("the model was closed");
        assertThatThrownBy(() -> Heard.write(opened.model(), Heard.request(new int[] {1}, GREEDY, 1)))
                .isInstanceOf(ModelFailure.class);
    }
}
