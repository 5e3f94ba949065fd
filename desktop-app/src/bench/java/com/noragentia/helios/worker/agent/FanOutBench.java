/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import com.noragentia.helios.worker.runtime.bench.Aim;
import com.noragentia.helios.worker.runtime.bench.Figures;
import com.noragentia.helios.worker.runtime.bench.Rounds;
import com.noragentia.helios.worker.runtime.bench.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * How much sooner a long document is summed up and a long recording written down with 1, 2 and 4 workers: {@code ./helios bench fanout}.
 * Orchestrator, plan, dispatch, channel, experts and answers are real; only the pace of the workers is set, so that four of them fit on two cores
 * ({@link PacedModel}).
 */
final class FanOutBench {

    /** Four workers, each as fast as a quarter of a core, keep one core busy. */
    private static final int SLOWER = 4;
    /** Where nothing is computed, only what the network adds must be small beside it. */
    private static final int SLOWER_IN_A_HURRY = 2;

    private static final Map<Integer, Double> AIMS = Map.of(2, 1.8, 4, 3.2);
    private static final List<Integer> WORKERS = List.of(1, 2, 4);
    private static final String READER = "helios-retrieval-1";
    private static final String LISTENER = "helios-listen-1";
    private static final List<String> MODELS = List.of(READER, LISTENER);
    private static final int ROUNDS = 2;
    private static final int USAGE = 2;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Figures figures = new Figures();
    /** The first answer to each: who did the parts must make no difference to it. */
    private final Map<Subject, String> answers = new HashMap<>();

    private final Map<Subject, SortedMap<Integer, Rounds>> measured = new HashMap<>();

    private final boolean isQuick;

    /** A question that is asked with each number of workers. */
    private record Subject(String key, String label, JobRequest request, int rounds) {}

    private FanOutBench(boolean isQuick) {
        this.isQuick = isQuick;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> options = List.of(arguments);
        if (!List.of("--quick", "--json").containsAll(options)) {
            System.err.println("unknown option among " + options + ". ./helios bench --help lists the options.");
            System.exit(USAGE);
        }
        FanOutBench bench = new FanOutBench(options.contains("--quick"));
        Path project = Path.of(Objects.requireNonNull(System.getProperty("helios.project")));
        try (Scratch scratch = new Scratch()) {
            bench.run(project, scratch.folder("fanout"));
        }
        System.out.println(options.contains("--json") ? bench.figures.json() : bench.figures.table());
        System.err.println(bench.figures.verdict());
        // The pools of the native library would keep the process.
        System.exit(0);
    }

    private void run(Path project, Path folder) throws Exception {
        System.err.printf(
                "Real: the orchestrator, its plan, its choice of workers, the channel, the experts and their answers. "
                        + "Set: the pace. Each worker does one part at a time and takes %1$d times the processor time of the part, "
                        + "as on 1/%1$d of a core. %2$s%n",
                slower(),
                isQuick
                        ? "Quick: workers wait and say what the experts said in the rehearsal, so what else runs hardly matters."
                        : "The experts work on every part within its time, after some practice; what else runs may make them late, which is told.");
        LongFiles files = LongFiles.in(folder, project.resolve("assets/samples/speech"));
        try (Workshop workshop = Workshop.open(project.resolve("assets/catalogue/bundled.json"), folder)) {
            Rehearsal rehearsal = new Rehearsal(workshop, files, slower(), !isQuick);
            System.err.println("rehearsing each part of the document alone:");
            rehearsal.document();
            try (StrangersNetwork network = StrangersNetwork.start(project, folder, rehearsal.times())) {
                document(network, files);
                System.err.println("rehearsing each part of the recording alone:");
                rehearsal.recording();
                network.know(rehearsal.times());
                recording(network, files);
            }
        }
    }

    private int slower() {
        return isQuick ? SLOWER_IN_A_HURRY : SLOWER;
    }

    /** While workers come: the first ratio is told early. */
    private void document(StrangersNetwork network, LongFiles files) throws Exception {
        Subject summary = summary(network, files);
        Attachment little = network.client().upload(files.shortDocument());
        for (int workers : WORKERS) {
            await(network, workers);
            greet(network, little, workers);
            time(network, summary, workers);
            tellRatio(summary, workers);
        }
    }

    /** While they go. */
    private void recording(StrangersNetwork network, LongFiles files) throws Exception {
        Subject recording = writingDown(network, files);
        for (int workers : WORKERS.reversed()) {
            await(network, workers);
            time(network, recording, workers);
        }
        WORKERS.forEach(workers -> tellRatio(recording, workers));
    }

    private static void await(StrangersNetwork network, int workers) throws IOException {
        System.err.printf("%d worker%s:%n", workers, workers == 1 ? "" : "s");
        network.workers(workers, MODELS);
    }

    private Subject summary(StrangersNetwork network, LongFiles files) {
        List<Attachment> document = List.of(network.client().upload(files.document()));
        return new Subject(
                "fanout.document",
                "summary of %d pages in %d shares".formatted(LongFiles.PAGES, LongFiles.SHARES),
                new JobRequest(new TaskInput.Document(Language.EN, "", DocumentGoal.SUMMARY, document)),
                isQuick ? 1 : ROUNDS);
    }

    private static Subject writingDown(StrangersNetwork network, LongFiles files) {
        List<Attachment> recording = List.of(network.client().upload(files.recording()));
        return new Subject(
                "fanout.recording",
                "recording of %d s in %d stretches".formatted(LongFiles.SECONDS, LongFiles.STRETCHES),
                new JobRequest(new TaskInput.Audio(Language.EN, "", recording), null, LISTENER),
                1);
    }

    /** A question for each at once, which is no part and has no pace: who has just come would compile the way of a task while it is measured. */
    private static void greet(StrangersNetwork network, Attachment little, int workers)
            throws IOException, InterruptedException {
        JobRequest question = new JobRequest(
                new TaskInput.Document(Language.EN, "When does the ship leave?", DocumentGoal.ANSWER, List.of(little)));
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            jobs.add(network.client().submit(question));
        }
        for (String job : jobs) {
            follow(network, job);
        }
    }

    private void time(StrangersNetwork network, Subject subject, int workers) throws IOException, InterruptedException {
        Rounds seconds = rounds(network, subject);
        measured.computeIfAbsent(subject, some -> new TreeMap<>()).put(workers, seconds);
        figures.add(subject.key() + "." + workers, label(subject, workers), "s", seconds);
    }

    private void tellRatio(Subject subject, int workers) {
        Map<Integer, Rounds> seconds = Objects.requireNonNull(measured.get(subject));
        if (AIMS.containsKey(workers)) {
            figures.add(
                    subject.key() + ".ratio." + workers,
                    label(subject, workers) + ": sooner than with 1",
                    "x",
                    Objects.requireNonNull(seconds.get(1)).over(Objects.requireNonNull(seconds.get(workers))),
                    Aim.atLeast(Objects.requireNonNull(AIMS.get(workers))));
        }
    }

    private static String label(Subject subject, int workers) {
        return "%s, %d worker%s".formatted(subject.label(), workers, workers == 1 ? "" : "s");
    }

    private Rounds rounds(StrangersNetwork network, Subject subject) throws IOException, InterruptedException {
        double[] seconds = new double[subject.rounds()];
        for (int round = 0; round < seconds.length; round++) {
            long begun = System.nanoTime();
            String answer = ask(network, subject.request());
            seconds[round] = (System.nanoTime() - begun) / NANOS;
            if (!answers.computeIfAbsent(subject, first -> answer).equals(answer)) {
                throw new IOException("another answer than before: " + subject.label());
            }
        }
        return Rounds.of(seconds);
    }

    private static String ask(StrangersNetwork network, JobRequest request) throws IOException, InterruptedException {
        return follow(network, network.client().submit(request));
    }

    private static String follow(StrangersNetwork network, String job) throws IOException, InterruptedException {
        List<JobEvent> last = new ArrayList<>();
        network.client().follow(job, event -> {
            last.clear();
            last.add(event);
            if (event instanceof JobEvent.Parts parts && parts.done() > 0) {
                System.err.printf("    %d of %d parts%n", parts.done(), parts.total());
            }
        });
        if (last.isEmpty() || !(last.getFirst() instanceof JobEvent.Done done)) {
            throw new IOException("no answer: " + last);
        }
        return done.result().output().text();
    }
}
