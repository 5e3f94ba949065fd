/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import java.util.Set;

/** The keys and values of several sequences, each in a slot. For one thread. */
sealed interface KeyValues extends AutoCloseable permits SharedKeyValues, FedBackKeyValues {

    /** Whether several slots can go through the graph in one run. */
    boolean sideBySide();

    /** Changes the shape and the order of slots; each new slot keeps the first {@code lengths} tokens of the old one that it comes from. */
    void relay(CacheLayout layout, int[] lengths) throws OrtException;

    /** Gives the first tokens of one slot to another as well. */
    void copy(int from, int to, int tokens) throws OrtException;

    /** Exchanges two slots. */
    void swap(int one, int oneTokens, int other, int otherTokens);

    /**
     * What a run needs of it.
     *
     * @param first of the slots that take part
     * @param count how many do, side by side
     * @param tokens that the first of them holds; matters where slots cannot run side by side
     */
    Ports ports(int first, int count, int tokens) throws OrtException;

    /** A run through {@code ports} is over; the result is this object's now. */
    void ran(int first, OrtSession.Result result);

    @Override
    void close();

    /**
     * Ports of one run. To both maps the run may add what else goes in and out, and must take it away again before {@link #ran}.
     *
     * @param inputs caches by the name of the graph's input
     * @param pinned memory of the graph's outputs by name
     * @param requested outputs that the run is to allocate itself
     */
    record Ports(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> pinned, Set<String> requested) {}
}
