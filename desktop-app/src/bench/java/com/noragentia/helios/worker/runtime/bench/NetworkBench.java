/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.task.ChatOptions;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.worker.runtime.graph.GraphStyle;
import com.noragentia.helios.worker.runtime.graph.ModelShape;
import com.noragentia.helios.worker.runtime.graph.RandomModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the network adds to the bare loop: the same model is asked through a real orchestrator and a real worker over loopback, and run bare in this
 * process with as many tokens, in turns. A question travels as a member's does: posted, dispatched, rendered, written, streamed.
 */
final class NetworkBench {

    private static final ModelShape SHAPE = ModelShape.SMOL_135M;
    private static final String MODEL = "smollm2-135m-instruct";
    private static final String GRAPH = "model_q4.onnx";
    /** Answers of several at once are the same for these, as the product demands of what it runs together. */
    private static final int BLOCK = 32;

    /** Both sides take the likeliest token: what choosing costs is none of the network's. */
    private static final double GREEDY = 0;

    /** The programs at both ends compile what is used often. */
    private static final int WARM_UP = 20;

    /**
     * Before either side's turn nobody computes for so long. A worker gives up a core that others use, by what it saw of the last second or two:
     * without a rest it would take the bare loop, which has just used all cores, for a member at work, and answer on one.
     */
    private static final Duration REST = Duration.ofSeconds(3);

    private static final int TOKENS = 200;
    private static final int QUICK_TOKENS = 120;
    private static final double MILLI = 1e6;

    private final BenchOptions options;
    private final Figures figures;
    private final Prompts prompts = new Prompts(SHAPE);
    private final int tokens;

    /** What a member sees of one answer. */
    private record Seen(double firstMillis, double perSecond, int promptTokens) {}

    NetworkBench(BenchOptions options, Figures figures) {
        this.options = options;
        this.figures = figures;
        this.tokens = options.quick() ? QUICK_TOKENS : TOKENS;
    }

    /** @param project folder with the script {@code helios}, built */
    void run(Path project, Path folder) throws Exception {
        Path graph = RandomModel.write(
                folder, SHAPE, GraphStyle.int4(BLOCK).withPackedFeedForward().inOneFile(), 1);
        Files.move(graph, folder.resolve(GRAPH));
        FillerVocabulary.write(folder, SHAPE.vocabulary());
        Path data = Files.createDirectories(folder.resolve("data"));
        try (BenchHub hub = new BenchHub(folder);
                OwnNetwork network = OwnNetwork.start(project, data, MODEL, hub.address());
                BareLoop bare = BareLoop.open(folder.resolve(GRAPH), options.threads(), ShapeBench.CAPACITY)) {
            measure(network, bare);
        }
    }

    private void measure(OwnNetwork network, BareLoop bare) throws Exception {
        int promptTokens = 0;
        for (int i = 0; i < WARM_UP; i++) {
            promptTokens = ask(network, i).promptTokens();
            bare.write(prompts.of(promptTokens), tokens);
        }
        int rounds = options.rounds();
        double[] first = new double[rounds];
        double[] bareFirst = new double[rounds];
        double[] speed = new double[rounds];
        double[] bareSpeed = new double[rounds];
        double[] added = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            Timing timing = round % 2 == 0 ? bare(bare, promptTokens) : null;
            Thread.sleep(REST);
            Seen seen = ask(network, WARM_UP + round);
            if (timing == null) {
                timing = bare(bare, seen.promptTokens());
            }
            first[round] = seen.firstMillis();
            bareFirst[round] = TimeUnit.SECONDS.toMillis(1) * seen.promptTokens() / timing.read();
            added[round] = first[round] - bareFirst[round];
            speed[round] = seen.perSecond();
            bareSpeed[round] = timing.written();
        }
        report(promptTokens, first, bareFirst, added, speed, bareSpeed);
    }

    private Timing bare(BareLoop loop, int promptTokens) throws Exception {
        Thread.sleep(REST);
        return loop.write(prompts.of(promptTokens), tokens);
    }

    private void report(
            int promptTokens, double[] first, double[] bareFirst, double[] added, double[] speed, double[] bareSpeed) {
        String place = "%s over the network, %d tokens before".formatted(SHAPE.name(), promptTokens);
        figures.add("network.first", place + ": first token", "ms", Rounds.of(first));
        figures.add("network.first.bare", place + ": first token, bare", "ms", Rounds.of(bareFirst));
        figures.add("network.first.added", place + ": added to the first token", "ms", Rounds.of(added), Aim.under(10));
        figures.add("network.write", place + ": writes", "tok/s", Rounds.of(speed));
        figures.add("network.write.bare", place + ": writes, bare", "tok/s", Rounds.of(bareSpeed));
        figures.add(
                "network.write.ratio",
                place + ": network / bare, writing",
                "x",
                Rounds.of(speed).over(Rounds.of(bareSpeed)),
                Aim.atLeast(0.97));
    }

    /** Each question is another, so that nothing of it is known. */
    private Seen ask(OwnNetwork network, int number) throws IOException, InterruptedException {
        TaskInput input = new TaskInput.Chat(
                Language.EN,
                "Question %03d: what does the network add to an answer?".formatted(number),
                List.of(),
                List.of(),
                new ChatOptions(GREEDY, null, null, null, null, null, tokens, null, null, null));
        List<Long> times = new ArrayList<>();
        @Nullable Usage[] usage = new Usage[1];
        long start = System.nanoTime();
        String job = network.client().submit(new JobRequest(input, null, MODEL));
        network.client().follow(job, event -> {
            if (event instanceof JobEvent.Token) {
                times.add(System.nanoTime());
            } else if (event instanceof JobEvent.Done done) {
                usage[0] = done.result().usage();
            }
        });
        Usage used = usage[0];
        if (used == null || times.size() < 2) {
            throw new IOException("no answer came over the network");
        }
        double seconds = (times.getLast() - times.getFirst()) / (double) TimeUnit.SECONDS.toNanos(1);
        return new Seen(
                (times.getFirst() - start) / MILLI,
                (used.outputTokens() - 1) / seconds,
                Math.toIntExact(used.promptTokens()));
    }
}
