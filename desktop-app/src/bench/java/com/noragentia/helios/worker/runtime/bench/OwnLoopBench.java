/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import ai.onnxruntime.OrtException;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.graph.ModelShape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What only the product's loop does: many at once, beginning where it was, stopping, and being quiet afterwards. */
final class OwnLoopBench {

    private static final int BATCH = 8;
    private static final int SHORT_PROMPT = 16;
    private static final int LONG_PROMPT = 1000;
    private static final int NEW_TOKENS = 64;
    private static final double MILLI = 1e6;
    private static final long GLANCE_NANOS = 200_000;

    private final ModelShape shape;
    private final OwnLoop loop;
    private final BenchOptions options;
    private final Figures figures;
    private final Prompts prompts;

    OwnLoopBench(ModelShape shape, OwnLoop loop, BenchOptions options, Figures figures) {
        this.shape = shape;
        this.loop = loop;
        this.options = options;
        this.figures = figures;
        this.prompts = new Prompts(shape);
    }

    /** Alone, with the graph that alone is fastest. */
    void alone(Path model) throws Exception {
        try (BareLoop bare = BareLoop.open(model, options.threads(), ShapeBench.CAPACITY)) {
            prefix(bare);
        }
        stopping("reading", TokenClock::awaitReading);
        stopping("writing", TokenClock::awaitWriting);
        idle();
    }

    /** Side by side, with a graph that answers the same bits whoever else asks: the loop takes no other for that. */
    void together() throws InterruptedException, ExecutionException {
        double[] one = new double[options.rounds()];
        double[] many = new double[options.rounds()];
        for (int round = 0; round < options.rounds(); round++) {
            one[round] = tokensPerSecond(1);
            many[round] = tokensPerSecond(BATCH);
        }
        String name = shape.name() + ".batch";
        figures.add(name + ".1", shape.name() + ": one answer", "tok/s", Rounds.of(one));
        figures.add(name + "." + BATCH, shape.name() + ": " + BATCH + " answers at once", "tok/s", Rounds.of(many));
        figures.add(
                name + ".ratio",
                shape.name() + ": " + BATCH + " answers at once / one",
                "x",
                Rounds.of(many).over(Rounds.of(one)),
                Aim.atLeast(2.8));
    }

    /** Tokens a second of so many answers, while all of them are being written. */
    private double tokensPerSecond(int answers) throws InterruptedException, ExecutionException {
        List<TokenClock> clocks = new ArrayList<>();
        List<Future<?>> ends = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(answers)) {
            for (int i = 0; i < answers; i++) {
                TokenClock clock = new TokenClock();
                int[] prompt = prompts.of(SHORT_PROMPT);
                clocks.add(clock);
                ends.add(threads.submit(() -> {
                    loop.write(prompt, 2 * NEW_TOKENS, Optional.empty(), clock);
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        }
        long from = clocks.stream().mapToLong(TokenClock::first).max().orElseThrow();
        long to = clocks.stream().mapToLong(TokenClock::last).min().orElseThrow();
        long tokens = clocks.stream()
                .flatMap(clock -> clock.times().stream())
                .filter(time -> time > from && time <= to)
                .count();
        return tokens * (double) TimeUnit.SECONDS.toNanos(1) / (to - from);
    }

    /** A second turn of a conversation whose first is still known. */
    private void prefix(BareLoop bare) throws ModelFailure, InterruptedException, OrtException {
        double[] known = new double[options.rounds()];
        double[] floor = new double[options.rounds()];
        double[] unknown = new double[options.rounds()];
        for (int round = 0; round < options.rounds(); round++) {
            Optional<String> conversation = Optional.of("bench-" + round);
            int[] first = prompts.of(LONG_PROMPT);
            TokenClock answer = new TokenClock();
            loop.write(first, 2, conversation, answer);
            int[] second = Arrays.copyOf(first, LONG_PROMPT + 1 + NEW_TOKENS);
            second[LONG_PROMPT] = answer.tokens().getFirst();
            System.arraycopy(prompts.of(NEW_TOKENS), 0, second, LONG_PROMPT + 1, NEW_TOKENS);
            known[round] = millisToFirst(second, conversation);
            bare.write(first, 2);
            long start = System.nanoTime();
            bare.goOn(second, LONG_PROMPT);
            floor[round] = (System.nanoTime() - start) / MILLI;
            unknown[round] = millisToFirst(prompts.of(second.length), Optional.empty());
        }
        String name = shape.name() + ".prefix";
        String label = shape.name() + ": first token, " + LONG_PROMPT + " tokens known and " + NEW_TOKENS + " new";
        figures.add(name + ".known", label, "ms", Rounds.of(known), Aim.under(80));
        figures.add(name + ".bare", label + ": bare", "ms", Rounds.of(floor));
        figures.add(
                name + ".ratio",
                label + ": helios / bare",
                "x",
                Rounds.of(known).over(Rounds.of(floor)),
                Aim.under(1.1));
        figures.add(name + ".unknown", shape.name() + ": first token, all of them new", "ms", Rounds.of(unknown));
    }

    private double millisToFirst(int[] prompt, Optional<String> conversation)
            throws ModelFailure, InterruptedException {
        TokenClock clock = new TokenClock();
        long start = System.nanoTime();
        loop.write(prompt, 1, conversation, clock);
        return (clock.first() - start) / MILLI;
    }

    private interface Moment {
        void await(TokenClock clock) throws InterruptedException;
    }

    /** From an interruption until the thread that computes waits for work again. */
    private void stopping(String when, Moment moment) throws InterruptedException {
        Thread computing = computing();
        double[] millis = new double[2 * options.rounds()];
        for (int round = 0; round < millis.length; round++) {
            TokenClock clock = new TokenClock();
            int[] prompt = prompts.of(LONG_PROMPT);
            Thread asking = Thread.ofPlatform().start(() -> {
                try {
                    loop.write(prompt, LONG_PROMPT, Optional.empty(), clock);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (ModelFailure e) {
                    throw new IllegalStateException(e);
                }
            });
            moment.await(clock);
            long start = System.nanoTime();
            asking.interrupt();
            asking.join();
            while (computing.getState() != Thread.State.WAITING) {
                LockSupport.parkNanos(GLANCE_NANOS);
            }
            millis[round] = (System.nanoTime() - start) / MILLI;
        }
        figures.add(
                shape.name() + ".stop." + when,
                shape.name() + ": cancelled while " + when + ", slowest until it computes no more",
                "ms",
                Rounds.of(Arrays.stream(millis).max().orElseThrow()),
                Aim.under(150));
    }

    private static Thread computing() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("generation-"))
                .findFirst()
                .orElseThrow();
    }

    /** Processor time in the second after an answer: spinning threads would show. */
    private void idle() throws ModelFailure, InterruptedException {
        double[] quiet = new double[options.rounds()];
        double[] after = new double[options.rounds()];
        for (int round = 0; round < options.rounds(); round++) {
            quiet[round] = processorMillisOfASecond();
            loop.write(prompts.of(SHORT_PROMPT), 2, Optional.empty(), new TokenClock());
            after[round] = processorMillisOfASecond();
        }
        figures.add(
                shape.name() + ".idle.quiet",
                shape.name() + ": processor time of an idle second",
                "ms",
                Rounds.of(quiet));
        figures.add(
                shape.name() + ".idle.after",
                shape.name() + ": processor time of the second after an answer",
                "ms",
                Rounds.of(after));
    }

    private static double processorMillisOfASecond() {
        long start = ProcessorTime.nanos();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return (ProcessorTime.nanos() - start) / MILLI;
    }
}
