/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import ai.onnxruntime.OrtException;

/** One way to write tokens with a model in memory. Not thread-safe. */
interface Loop extends AutoCloseable {

    /** Short, without spaces: it stands in the names of figures. */
    String name();

    /** Whether it computes in this process. */
    default boolean isInProcess() {
        return true;
    }

    /**
     * Reads a prompt and writes the likeliest tokens after it.
     *
     * @param tokens how many, at least 2
     */
    Timing write(int[] prompt, int tokens) throws Exception;

    @Override
    void close() throws OrtException;
}
