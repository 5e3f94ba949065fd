/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import com.noragentia.helios.worker.runtime.graph.ModelShape;
import java.util.SplittableRandom;

/** Random prompts: no two alike, so that nothing is known from before. Not thread-safe. */
final class Prompts {

    private final SplittableRandom random = new SplittableRandom(20_260_101);
    private final int vocabulary;

    Prompts(ModelShape shape) {
        this.vocabulary = shape.vocabulary();
    }

    int[] of(int tokens) {
        return random.ints(tokens, 0, vocabulary).toArray();
    }
}
