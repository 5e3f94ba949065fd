/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import com.noragentia.helios.worker.runtime.graph.ModelShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Time and memory of loading, in a new process each time: as the files came, and allowed to keep them packed for this processor. */
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
        LoadChild.Loaded first = load(List.of(folder.toString()));
        List<LoadChild.Loaded> plain = new ArrayList<>();
        List<LoadChild.Loaded> packed = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            plain.add(load(List.of()));
            packed.add(load(List.of(folder.toString())));
        }
        report("plain", "loaded as it came", plain);
        String key = shape.name() + ".load.packed";
        // Nothing where the packed form does not compute what the graph does, and is not used.
        figures.add(key + ".file", shape.name() + ": kept packed on disk", "MB", Rounds.of(bytes(folder) / MEGABYTE));
        figures.add(
                key + ".first", shape.name() + ": first load, which tries to pack", "ms", Rounds.of(first.millis()));
        report("packed", "loaded where packing is allowed", packed);
        figures.add(
                key + "/plain",
                shape.name() + ": time to load, packing allowed / not",
                "x",
                rounds(packed, LoadChild.Loaded::millis).over(rounds(plain, LoadChild.Loaded::millis)));
    }

    private LoadChild.Loaded load(List<String> folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("" + options.threads(), model.toString()));
        arguments.addAll(folder);
        try (ChildJvm child = ChildJvm.start(List.of(), LoadChild.class, arguments.toArray(String[]::new))) {
            return LoadChild.Loaded.parse(child.reply());
        }
    }

    private void report(String key, String words, List<LoadChild.Loaded> loads) {
        String name = shape.name() + ".load." + key;
        String label = shape.name() + ", " + words + ": ";
        Rounds after = rounds(loads, LoadChild.Loaded::residentBytes);
        figures.add(name + ".time", label + "until it may be asked", "ms", rounds(loads, LoadChild.Loaded::millis));
        figures.add(name + ".resident", label + "memory more than before", "MB", after.times(1 / MEGABYTE));
        figures.add(
                name + ".anonymous",
                label + "of it not of files",
                "MB",
                rounds(loads, LoadChild.Loaded::anonymousBytes).times(1 / MEGABYTE));
        figures.add(
                name + ".peak",
                label + "most while loading / afterwards",
                "x",
                rounds(loads, LoadChild.Loaded::peakBytes).over(after),
                Aim.under(2));
    }

    private static Rounds rounds(List<LoadChild.Loaded> loads, ToDoubleFunction<LoadChild.Loaded> figure) {
        return Rounds.of(loads.stream().mapToDouble(figure).toArray());
    }

    private static double bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            double sum = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sum += Files.size(file);
            }
            return sum;
        }
    }
}
