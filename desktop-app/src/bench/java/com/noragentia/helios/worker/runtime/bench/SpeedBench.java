/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import com.noragentia.helios.worker.runtime.graph.ModelShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tokens a second of all loops, taken in turns; the first of them is ours. */
final class SpeedBench {

    private static final List<Integer> CONTEXTS = List.of(128, 1000);
    private static final int LONG_CONTEXT = 1000;
    private static final int WARM_UP_PROMPT = 32;
    private static final int WARM_UP_TOKENS = 8;
    private static final double GIGABYTE = 1e9;
    private static final int SCALE_BITS = 32;
    private static final int WEIGHT_BITS = 4;
    /** From where on llama.cpp should be left further behind. */
    private static final long LARGE_WEIGHTS = 1_000_000_000;

    private final ModelShape shape;
    private final int block;
    private final List<Loop> loops;
    private final BenchOptions options;
    private final Figures figures;
    private final Prompts prompts;

    SpeedBench(ModelShape shape, int block, List<Loop> loops, BenchOptions options, Figures figures) {
        this.shape = shape;
        this.block = block;
        this.loops = loops;
        this.options = options;
        this.figures = figures;
        this.prompts = new Prompts(shape);
    }

    void run() throws Exception {
        for (Loop loop : loops) {
            loop.write(prompts.of(WARM_UP_PROMPT), WARM_UP_TOKENS);
        }
        try (ReadProbe probe = new ReadProbe(options.threads())) {
            for (int context : CONTEXTS) {
                measure(context, probe);
            }
        }
    }

    private void measure(int context, ReadProbe probe) throws Exception {
        Map<String, List<Timing>> timings = new LinkedHashMap<>();
        Map<String, List<Double>> processor = new LinkedHashMap<>();
        List<Double> bandwidth = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            bandwidth.add(probe.bytesPerSecond());
            for (int turn = 0; turn < loops.size(); turn++) {
                // Whoever comes first or last in a round does so once only.
                Loop loop = loops.get((round + turn) % loops.size());
                int[] prompt = prompts.of(context);
                long before = ProcessorTime.nanos();
                timings.computeIfAbsent(loop.name(), name -> new ArrayList<>())
                        .add(loop.write(prompt, options.tokens()));
                processor
                        .computeIfAbsent(loop.name(), name -> new ArrayList<>())
                        .add((double) ProcessorTime.nanos() - before);
            }
        }
        report(context, timings, new Rounds(bandwidth));
        reportProcessor(context, processor);
    }

    private void report(int context, Map<String, List<Timing>> timings, Rounds bandwidth) {
        String place = "%s, %d tokens before".formatted(shape.name(), context);
        String key = "%s.%d.".formatted(shape.name(), context);
        for (Loop loop : loops) {
            figures.add(
                    key + loop.name() + ".read", place + ": " + loop.name() + " reads", "tok/s", read(timings, loop));
            figures.add(
                    key + loop.name() + ".write",
                    place + ": " + loop.name() + " writes",
                    "tok/s",
                    written(timings, loop));
        }
        Loop own = loops.getFirst();
        for (Loop other : loops.subList(1, loops.size())) {
            figures.add(
                    key + "own/" + other.name() + ".read",
                    "%s: %s / %s, reading".formatted(place, own.name(), other.name()),
                    "x",
                    read(timings, own).over(read(timings, other)),
                    other.name().equals("bare") ? Aim.atLeast(0.95) : Aim.NONE);
            figures.add(
                    key + "own/" + other.name() + ".write",
                    "%s: %s / %s, writing".formatted(place, own.name(), other.name()),
                    "x",
                    written(timings, own).over(written(timings, other)),
                    aim(other, context));
        }
        figures.add(key + "bandwidth", place + ": memory is read at", "GB/s", bandwidth.times(1 / GIGABYTE));
        figures.add(
                key + "bandwidth.share",
                place + ": share of that taken by weights while " + own.name() + " writes",
                "x",
                written(timings, own).times(weightBytes()).over(bandwidth));
    }

    /** Suffers less from what else runs. Loops that are processes of their own are left out. */
    private void reportProcessor(int context, Map<String, List<Double>> processor) {
        Rounds own =
                new Rounds(Objects.requireNonNull(processor.get(loops.getFirst().name())));
        for (Loop other : loops.subList(1, loops.size())) {
            if (other.isInProcess()) {
                figures.add(
                        "%s.%d.own/%s.processor".formatted(shape.name(), context, other.name()),
                        "%s, %d tokens before: %s / %s, processor time of an answer"
                                .formatted(
                                        shape.name(), context, loops.getFirst().name(), other.name()),
                        "x",
                        own.over(new Rounds(Objects.requireNonNull(processor.get(other.name())))));
            }
        }
    }

    private Aim aim(Loop other, int context) {
        return switch (other.name()) {
            case "bare" -> Aim.atLeast(0.97);
            case "djl" -> context == LONG_CONTEXT ? Aim.atLeast(1.25) : Aim.NONE;
            case "llama.cpp" -> Aim.atLeast(shape.matrixWeights() > LARGE_WEIGHTS ? 1.15 : 1.1);
            default -> Aim.NONE;
        };
    }

    private double weightBytes() {
        return shape.matrixWeights() * (WEIGHT_BITS + (double) SCALE_BITS / block) / Byte.SIZE;
    }

    private static Rounds read(Map<String, List<Timing>> timings, Loop loop) {
        return new Rounds(of(timings, loop).stream().map(Timing::read).toList());
    }

    private static Rounds written(Map<String, List<Timing>> timings, Loop loop) {
        return new Rounds(of(timings, loop).stream().map(Timing::written).toList());
    }

    private static List<Timing> of(Map<String, List<Timing>> timings, Loop loop) {
        return Objects.requireNonNull(timings.get(loop.name()));
    }
}
