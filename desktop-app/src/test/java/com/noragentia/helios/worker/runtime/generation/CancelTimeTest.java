/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.worker.runtime.graph.GraphStyle;
import com.noragentia.helios.worker.runtime.graph.ModelShape;
import com.noragentia.helios.worker.runtime.sampling.SamplingRule;
import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How soon a model of 135 million weights computes no more once nobody wants its answer, as a share of what a chunk takes on the same computer at
 * the same time; milliseconds are for the bench.
 */
@Timeout(240)
class CancelTimeTest {

    private static final int TRIALS = 3;
    /** Of two chunks. */
    private static final int PROMPT = 1_000;
    /** Read soon, where the time to write is what counts. */
    private static final int SHORT_PROMPT = 50;
    /** A run that went on to its end would take as long as a whole chunk. */
    private static final double SHARE_OF_CHUNK = 0.5;

    @TempDir
    private static Path folder;

    private static RandomLanguageModel.Opened opened;

    @BeforeAll
    static void open() throws Exception {
        opened = RandomLanguageModel.write(folder, ModelShape.SMOL_135M, GraphStyle.int4(32), 2_000_000_000)
                .open(1);
    }

    @AfterAll
    static void close() {
        opened.close();
    }

    /** Remembers when it was told what, and says when something has come. */
    private static final class Moments extends Heard {

        private final CountDownLatch reading = new CountDownLatch(1);
        private final CountDownLatch writing = new CountDownLatch(3);
        private final List<Long> chunks = new ArrayList<>();

        @Override
        public void reading(int done, int total) {
            chunks.add(System.nanoTime());
            reading.countDown();
        }

        @Override
        public boolean token(int token) {
            writing.countDown();
            return true;
        }

        long millisOfChunk() {
            return TimeUnit.NANOSECONDS.toMillis(chunks.get(1) - chunks.getFirst());
        }
    }

    @Test
    void reading_stops_in_the_middle_of_a_chunk() throws Exception {
        Trials trials = trials(PROMPT, moments -> moments.reading);

        System.out.println("reading: " + trials);
        assertThat(trials.share()).isLessThan(SHARE_OF_CHUNK);
    }

    @Test
    void writing_stops_with_the_token_at_hand() throws Exception {
        Trials trials = trials(SHORT_PROMPT, moments -> moments.writing);

        System.out.println("writing: " + trials);
        assertThat(trials.share()).isLessThan(SHARE_OF_CHUNK);
    }

    private interface Moment {
        CountDownLatch of(Moments moments);
    }

    /** Medians of some trials, each with a chunk of its own: other programs run on the computer that tests. */
    private record Trials(long millisToStop, long millisOfChunk) {

        double share() {
            return (double) millisToStop / millisOfChunk;
        }
    }

    private static Trials trials(int prompt, Moment moment) throws Exception {
        List<Long> stops = new ArrayList<>();
        List<Long> chunks = new ArrayList<>();
        for (int trial = 0; trial < TRIALS; trial++) {
            Moments whole = new Moments();
            opened.model().generate(single(PROMPT, trial, 1), whole);
            chunks.add(whole.millisOfChunk());
            stops.add(millisToStop(single(prompt, TRIALS + trial, PROMPT), moment));
        }
        return new Trials(median(stops), median(chunks));
    }

    /** One that uses nothing of those before it. */
    private static GenerationRequest single(int tokens, long seed, int maxTokens) {
        TokenSequence prompt = new TokenSequence(PlainLoop.prompt(tokens, seed));
        return new GenerationRequest(prompt, SamplingRule.GREEDY, maxTokens, Set.of(), Optional.empty(), false);
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static long millisToStop(GenerationRequest request, Moment moment) throws Exception {
        Moments moments = new Moments();
        FutureTask<Boolean> asking = new FutureTask<>(() -> {
            try {
                opened.model().generate(request, moments);
                return false;
            } catch (InterruptedException e) {
                return true;
            }
        });
        Thread caller = Thread.ofPlatform().start(asking);
        assertThat(moment.of(moments).await(100, TimeUnit.SECONDS)).isTrue();
        long from = System.nanoTime();
        caller.interrupt();
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> opened.model().isIdle());
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
        assertThat(asking.get()).as("cancelled").isTrue();
        return millis;
    }
}
