/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import com.noragentia.helios.worker.runtime.graph.ModelShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Time and memory of loading, in a new process each time; with the weights as they are, and packed once before for this processor. */
final class LoadBench {

    private static final double MEGABYTE = 1e6;

    private final ModelShape shape;
    private final Path model;
    private final BenchOptions options;
    private final Figures figures;

    LoadBench(ModelShape shape, Path model, BenchOptions options, Figures figures) {
        this.shape = shape;
        this.model = model;
        this.options = options;
        this.figures = figures;
    }

    void run() throws IOException {
        Path folder = Files.createDirectories(model.resolveSibling("packed"));
        Path packed = folder.resolve("packed.onnx");
        // ONNX Runtime looks for the data beside the graph it reads, and writes what it packed beside the one it
        // writes.
        try (ChildJvm child = ChildJvm.start(List.of(), LoadChild.class)) {
            child.ask("pack %d %s %s".formatted(options.threads(), model, packed));
        }
        List<LoadChild.Loaded> plain = new ArrayList<>();
        List<LoadChild.Loaded> prepacked = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            plain.add(load(model));
            prepacked.add(load(packed));
        }
        report("plain", "loaded as it is", plain);
        report("packed", "loaded packed", prepacked);
        figures.add(
                shape.name() + ".load.packed/plain",
                shape.name() + ": time to load, packed / as it is",
                "x",
                Rounds.of(prepacked.stream()
                                .mapToDouble(LoadChild.Loaded::millis)
                                .toArray())
                        .over(Rounds.of(plain.stream()
                                .mapToDouble(LoadChild.Loaded::millis)
                                .toArray())));
        deletePacked(folder);
    }

    private LoadChild.Loaded load(Path graph) throws IOException {
        try (ChildJvm child = ChildJvm.start(List.of(), LoadChild.class)) {
            return LoadChild.Loaded.parse(child.ask("load %d %s".formatted(options.threads(), graph)));
        }
    }

    private void report(String key, String words, List<LoadChild.Loaded> loads) {
        String name = shape.name() + ".load." + key;
        String label = shape.name() + ", " + words + ": ";
        figures.add(
                name + ".time",
                label + "until the first token can be asked for",
                "ms",
                Rounds.of(loads.stream().mapToDouble(LoadChild.Loaded::millis).toArray()));
        Rounds after = Rounds.of(
                loads.stream().mapToDouble(LoadChild.Loaded::residentBytes).toArray());
        Rounds peak = Rounds.of(
                loads.stream().mapToDouble(LoadChild.Loaded::peakBytes).toArray());
        Rounds own = Rounds.of(
                loads.stream().mapToDouble(LoadChild.Loaded::anonymousBytes).toArray());
        figures.add(name + ".resident", label + "memory more than before", "MB", after.times(1 / MEGABYTE));
        figures.add(name + ".anonymous", label + "of it not of files", "MB", own.times(1 / MEGABYTE));
        figures.add(name + ".peak", label + "most while loading / afterwards", "x", peak.over(after), Aim.under(2));
    }

    private static void deletePacked(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
