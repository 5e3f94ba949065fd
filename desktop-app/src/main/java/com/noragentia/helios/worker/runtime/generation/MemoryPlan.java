/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.GraphOpener;

/**
 * How the memory set aside for a model is divided, before any of it is taken: weights, work space, and what is left for keys and values.
 * The factors are those measured on full-size shapes (docs/inference.md). Pure.
 *
 * @param weights bytes the session will take
 * @param work bytes a run will take
 * @param caches what is left
 */
record MemoryPlan(long weights, long work, CacheBudget caches) {

    /** A session takes more than the file: some weights are there packed and as they come. */
    private static final double LOADED = 1.75;
    /** Mapped weights are pages of a file, which the operating system takes back when it wants; the rest are tables. */
    private static final double MAPPED = 0.3;

    /** Less than this and no conversation fits. */
    static final int LEAST_CONTEXT = 256;

    /**
     * Divides.
     *
     * @param name of the model, for the message
     * @param reserved bytes set aside
     * @param files bytes of the graph and its weights
     * @param mapped whether the weights are mapped from a prepacked file
     * @param logitsBytes of the widest run whose logits nobody pins
     * @param tokenBytes keys and values of a token
     * @param context tokens that the graph knows
     * @throws ModelFailure saying how much is lacking
     */
    static MemoryPlan of(
            String name, long reserved, long files, boolean mapped, long logitsBytes, long tokenBytes, int context)
            throws ModelFailure {
        long weights = (long) (files * (mapped ? MAPPED : LOADED));
        long work = GraphOpener.BETWEEN_OPERATORS_BYTES + logitsBytes;
        long tokens = Math.max(0, reserved - weights - work) / tokenBytes;
        if (tokens < Math.min(context, LEAST_CONTEXT)) {
            long needed = weights + work + tokenBytes * Math.min(context, LEAST_CONTEXT);
            throw new ModelFailure(
                    "%s needs %d bytes of memory, and %d are set aside for it".formatted(name, needed, reserved));
        }
        return new MemoryPlan(weights, work, new CacheBudget(tokens, (int) Math.min(context, tokens)));
    }
}
