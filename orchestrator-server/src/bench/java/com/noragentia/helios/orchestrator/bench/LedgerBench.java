/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an entry of the ledger costs, beside bare inserts of lines as long, as many a commit, into a table of nothing else and into one like
 * the ledger's: {@code ./helios bench ledger [--json] [--quick]}. All write SQLite files with the same journal, in turns.
 */
final class LedgerBench {

    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 7;
    private static final int QUICK_ROUNDS = 3;
    private static final int ENTRIES = 40_000;
    private static final int QUICK_ENTRIES = 10_000;

    private LedgerBench() {}

    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(arguments);
        if (!List.of("--json", "--quick").containsAll(options)) {
            System.err.println("Usage: ./helios bench ledger [--json] [--quick]");
            System.exit(2);
        }
        Quiet.warningsOnly();
        boolean isQuick = options.contains("--quick");
        Path folder = Files.createTempDirectory("helios-bench-ledger");
        Report report = new Report();
        try {
            run(folder, report, isQuick ? QUICK_ROUNDS : ROUNDS, isQuick ? QUICK_ENTRIES : ENTRIES);
        } finally {
            delete(folder);
        }
        System.out.print(options.contains("--json") ? report.json() : report.table());
    }

    private static void run(Path folder, Report report, int rounds, int entries) {
        double[] bare = new double[rounds];
        double[] indexed = new double[rounds];
        double[] batched = new double[rounds];
        double[] single = new double[rounds];
        try (BareInserts inserts = new BareInserts(folder.resolve("bare.db"), false);
                BareInserts same = new BareInserts(folder.resolve("indexed.db"), true);
                LedgerAppends ledger = new LedgerAppends(folder.resolve("ledger.db"))) {
            for (int i = -WARM_UPS; i < rounds; i++) {
                double bareRate = inserts.perSecond(entries);
                double indexedRate = same.perSecond(entries);
                double batchedRate = ledger.manyAUnit(entries);
                double singleRate = ledger.oneAUnit(entries);
                if (i >= 0) {
                    bare[i] = bareRate;
                    indexed[i] = indexedRate;
                    batched[i] = batchedRate;
                    single[i] = singleRate;
                }
            }
        }
        report.add("bare", "bare inserts of the same lines, 500 a commit", "rows/s", Rounds.of(bare));
        report.add("indexed", "the same, with the ledger's columns and its index", "rows/s", Rounds.of(indexed));
        report.add("batched", "ledger, 500 tasks settled in a unit of work", "entries/s", Rounds.of(batched));
        report.add("single", "ledger, a task settled in each unit of work", "entries/s", Rounds.of(single));
        report.add("batched.ratio", "ledger, 500 in a unit / bare inserts", "", Rounds.ratio(batched, bare));
        report.add("single.ratio", "ledger, one in a unit / bare inserts", "", Rounds.ratio(single, bare));
        report.add("batched.indexed", "ledger, 500 in a unit / with its index", "", Rounds.ratio(batched, indexed));
        report.add("single.indexed", "ledger, one in a unit / with its index", "", Rounds.ratio(single, indexed));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
