/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import com.noragentia.helios.worker.runtime.graph.ModelShape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * What to measure.
 *
 * @param shapes in order
 * @param block weights that share a scale; 0 for the largest that the shape allows
 * @param threads of every loop
 * @param quick fewer rounds, shorter answers
 * @param json for programs
 * @param network only what the network adds
 */
record BenchOptions(List<ModelShape> shapes, int block, int threads, boolean quick, boolean json, boolean network) {

    /** The sizes that exports are made with, and of which the widths are multiples. */
    private static final List<Integer> BLOCKS = List.of(128, 64, 32);

    private static final int QUICK_ROUNDS = 3;
    private static final int ROUNDS = 7;
    private static final int QUICK_TOKENS = 24;
    private static final int TOKENS = 64;

    /** Reads the command line; the message of the exception is for its writer. */
    static BenchOptions parse(String[] arguments) {
        boolean quick = false;
        boolean json = false;
        boolean network = false;
        int block = 0;
        int threads = Runtime.getRuntime().availableProcessors();
        List<ModelShape> shapes = new ArrayList<>();
        Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--quick" -> quick = true;
                case "--json" -> json = true;
                case "--network" -> network = true;
                case "--block" -> block = number(left, option);
                case "--threads" -> threads = Math.max(1, number(left, option));
                case "--shape" -> {
                    for (String name : value(left, option).split(",", -1)) {
                        shapes.add(ModelShape.named(name)
                                .orElseThrow(() -> new IllegalArgumentException("no shape " + name + "; there are "
                                        + ModelShape.all().stream()
                                                .map(ModelShape::name)
                                                .toList())));
                    }
                }
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        if (shapes.isEmpty()) {
            shapes = quick ? List.of(ModelShape.SMOL_135M) : List.of(ModelShape.SMOL_135M, ModelShape.QWEN_500M);
        }
        BenchOptions options = new BenchOptions(shapes, block, threads, quick, json, network);
        for (ModelShape shape : shapes) {
            requireFitting(options.blockFor(shape), shape);
        }
        return options;
    }

    private static void requireFitting(int block, ModelShape shape) {
        if (!BLOCKS.contains(block) || shape.hidden() % block != 0 || shape.feedForward() % block != 0) {
            throw new IllegalArgumentException("blocks of %d do not fit %s".formatted(block, shape.name()));
        }
    }

    private static int number(Deque<String> left, String option) {
        try {
            return Integer.parseInt(value(left, option));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " wants a number", e);
        }
    }

    private static String value(Deque<String> left, String option) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " wants a value");
        }
        return left.pop();
    }

    int rounds() {
        return quick ? QUICK_ROUNDS : ROUNDS;
    }

    /** How many tokens an answer has. */
    int tokens() {
        return quick ? QUICK_TOKENS : TOKENS;
    }

    /** The block to quantise a shape with. */
    int blockFor(ModelShape shape) {
        return block > 0
                ? block
                : BLOCKS.stream()
                        .filter(size -> shape.hidden() % size == 0)
                        .findFirst()
                        .orElseThrow();
    }
}
