/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What dispatch costs, beside a floor of the same frames and one row a job: {@code ./helios bench dispatch [--json] [--quick]}. Real
 * WebSockets, real HTTP, real SQLite files, on loopback; each server in a JVM of its own and the load in this one. Ends all it started.
 */
final class DispatchBench {

    private DispatchBench() {}

    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(arguments);
        if (!List.of("--json", "--quick").containsAll(options)) {
            System.err.println("Usage: ./helios bench dispatch [--json] [--quick]");
            System.exit(2);
        }
        Quiet.warningsOnly();
        long start = System.nanoTime();
        Path folder = Files.createTempDirectory("helios-bench-dispatch");
        Report report = new Report();
        try {
            run(options.contains("--quick") ? Size.QUICK : Size.FULL, folder, report);
        } finally {
            delete(folder);
        }
        System.err.printf(
                Locale.ROOT, "%.0f s, servers with %s%n%n", (System.nanoTime() - start) / 1e9, HostProcess.JVM);
        System.out.print(options.contains("--json") ? report.json() : report.table());
    }

    private static void run(Size size, Path folder, Report report) {
        Population population = new Population(size.askers(), size.many());
        try (SelectorLoop loop = new SelectorLoop();
                Server product = Server.product(loop, population, folder.resolve("product"))) {
            try (Server floor = Server.floor(loop, population, folder.resolve("floor"))) {
                new FloorComparison(size, population, report).measure(floor, product);
            }
            Growth growth = new Growth(size, population, report);
            try (Server large = Server.product(loop, population, folder.resolve("large"))) {
                growth.heap(large);
                growth.workers(product, large);
            }
            growth.depth(product);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
