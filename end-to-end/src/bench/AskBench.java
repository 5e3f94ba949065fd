/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Wall time of {@code ./helios ask}, beside the start of a bare JVM on the same machine in the same run. Run by {@code ./helios bench ask};
 * one argument, the project's folder. Talks to loopback only, ends the network it started, takes under three minutes.
 */
public final class AskBench {

    private static final int ROUNDS = 9;
    private static final int PATIENCE_SECONDS = 120;

    private final Path project;
    private final Path data;

    private AskBench(Path project, Path data) {
        this.project = project;
        this.data = data;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("helios-bench-ask");
        AskBench bench = new AskBench(Path.of(arguments[0]), data);
        try {
            bench.measure();
        } finally {
            bench.millis(bench.helios("down"));
        }
    }

    private void measure() throws IOException, InterruptedException {
        List<String> bareJvm = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-version");
        double bare = median(repeat(bareJvm));
        System.out.printf(Locale.ROOT, "%-44s %8.0f ms%n", "bare JVM, median of " + ROUNDS, bare);
        System.out.printf(
                Locale.ROOT,
                "%-44s %8.0f ms%n",
                "first ask (starts the network, loads models)",
                millis(ask("harbour-handbook.en.pdf", "Who is the harbour master?")));
        Map<String, String> questions = Map.of(
                "harbour-handbook.en.pdf", "What is the price of electricity?",
                "manual-del-puerto.es.pdf", "¿Qué precio tiene la electricidad?",
                "meeting-notes.en.docx", "Who was absent?",
                "notice-board.en.png", "Where is lost property kept?",
                "receipt.en.jpg", "What was the total?");
        for (Map.Entry<String, String> question : new java.util.TreeMap<>(questions).entrySet()) {
            double[] times = repeat(ask(question.getKey(), question.getValue()));
            System.out.printf(
                    Locale.ROOT,
                    "%-44s %8.0f ms  (min %.0f, max %.0f; %.1f x bare JVM)%n",
                    "second ask, " + question.getKey(),
                    median(times),
                    times[0],
                    times[times.length - 1],
                    median(times) / bare);
        }
    }

    private List<String> ask(String sample, String question) {
        return helios("ask", "--json", "--file", project.resolve("assets/samples").resolve(sample).toString(), question);
    }

    private List<String> helios(String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of(project.resolve("helios").toString()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** Sorted wall times in milliseconds. */
    private double[] repeat(List<String> command) throws IOException, InterruptedException {
        double[] times = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            times[round] = millis(command);
        }
        Arrays.sort(times);
        return times;
    }

    private double millis(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HELIOS_DATA", data.toString());
        long start = System.nanoTime();
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("no end after " + PATIENCE_SECONDS + " s: " + command);
        }
        if (process.exitValue() != 0) {
            throw new IOException("exit " + process.exitValue() + ": " + command);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
