/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.sampling;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What a choice costs beside a plain loop that finds the largest of the same row, by turns in one run: the medians and their ratio. Run it
 * with the classes of the desktop app on the class path.
 */
final class SamplerBench {

    private static final int VOCABULARY = 151_936;
    private static final int ROUNDS = 3_000;

    private SamplerBench() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws ModelFailure {
        FloatBuffer row = normalRow();
        TokenSequence sequence = new TokenSequence(new int[2_000]);
        TokenChooser greedy = new GumbelSampler(SamplingRule.GREEDY);
        TokenChooser drawn = new GumbelSampler(new SamplingRule(0.7, 64, 0.9, 1, 0, 0, 7));
        TokenChooser penalised = new GumbelSampler(new SamplingRule(0.7, 64, 0.9, 1.1, 0.1, 0.1, 7));
        long[][] nanos = new long[4][ROUNDS];
        long sink = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            sink += plain(row);
            long one = System.nanoTime();
            sink += greedy.choose(row, sequence);
            long two = System.nanoTime();
            sink += drawn.choose(row, sequence);
            long three = System.nanoTime();
            sink += penalised.choose(row, sequence);
            long four = System.nanoTime();
            nanos[0][round] = one - start;
            nanos[1][round] = two - one;
            nanos[2][round] = three - two;
            nanos[3][round] = four - three;
        }
        String[] names = {"plain loop", "greedy", "top 64, top-p", "with penalties over 2,000 tokens"};
        for (int i = 0; i < names.length; i++) {
            System.out.printf(
                    "%-34s %7.1f µs  %5.2f of the plain loop%n",
                    names[i], median(nanos[i]) / 1e3, (double) median(nanos[i]) / median(nanos[0]));
        }
        System.out.println("vocabulary " + VOCABULARY + ", check " + sink);
    }

    private static int plain(FloatBuffer row) {
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < row.limit(); i++) {
            float logit = row.get(i);
            if (logit > most) {
                most = logit;
                best = i;
            }
        }
        return best;
    }

    private static long median(long[] nanos) {
        long[] late = Arrays.copyOfRange(nanos, ROUNDS / 2, ROUNDS);
        Arrays.sort(late);
        return late[late.length / 2];
    }

    private static FloatBuffer normalRow() {
        SplittableRandom random = new SplittableRandom(1);
        FloatBuffer row = ByteBuffer.allocateDirect(4 * VOCABULARY)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int i = 0; i < VOCABULARY; i++) {
            row.put(i, (float) (3 * random.nextGaussian()));
        }
        return row;
    }
}
