/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.wire.WireException;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the work of each bundled model is worth: {@code ./helios bench credits}. Runs the real experts on this computer and a fixed workload
 * before, between and after them, in processor time, which hardly depends on what else runs, and prints what each unit of work costs in millionths of
 * a credit beside the published table. Only the ratios mean anything elsewhere.
 */
final class CreditsBench {

    private static final int FIXED_ROUNDS = 2;

    private CreditsBench() {}

    /** The one argument is the root of the source tree. */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        Path folder = Files.createTempDirectory("helios-bench-credits");
        try {
            run(root, folder);
        } finally {
            delete(folder);
        }
    }

    private static void run(Path root, Path folder)
            throws IOException, ModelFailure, WireException, InterruptedException {
        PriceSheet sheet = PriceSheet.beside(root.resolve(
                "orchestrator-server/src/main/resources/com/noragentia/helios/orchestrator/ledger/prices.json"));
        Samples samples = new Samples(Files.createDirectories(folder.resolve("samples")));
        List<UnitCosts> costs = new ArrayList<>();
        double fixed = fixedWork();
        try (Workshop workshop = Workshop.open(root.resolve("assets/catalogue/bundled.json"), folder)) {
            System.err.printf("measuring: vectors, documents, pictures, sound, words%n");
            costs.add(UnitCosts.embedding(workshop, samples));
            fixed = Math.min(fixed, fixedWork());
            costs.add(UnitCosts.retrieval(workshop, samples));
            fixed = Math.min(fixed, fixedWork());
            costs.add(UnitCosts.pictures(workshop, samples));
            Path figures = root.resolve("assets/samples/figures");
            costs.add(UnitCosts.describing(workshop, samples, figures));
            costs.add(UnitCosts.finding(workshop, samples, figures));
            costs.add(UnitCosts.listening(workshop, samples, root.resolve("assets/samples/speech")));
            fixed = Math.min(fixed, fixedWork());
            fixed = Math.min(fixed, fixedWork());
            costs.add(UnitCosts.writing(workshop, samples));
        }
        fixed = Math.min(fixed, fixedWork());
        double creditsPerSecond = FixedWork.REFERENCE_SECONDS / fixed;
        System.out.printf(
                Locale.ROOT,
                "fixed workload: %.2f s of processor time here, %.3f s on the reference desktop; a second here is %.3f credits%n%n",
                fixed,
                FixedWork.REFERENCE_SECONDS,
                creditsPerSecond);
        System.out.printf(
                "%-20s %-14s %12s %12s %12s %9s%n", "model", "unit", "us here", "ucredits", "published", "ratio");
        costs.forEach(each -> sheet.print(each, creditsPerSecond));
    }

    /** The least of some rounds. */
    private static double fixedWork() throws InterruptedException {
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < FIXED_ROUNDS; round++) {
            best = Math.min(best, FixedWork.seconds());
        }
        return best;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
