/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.util.List;

/** Turns texts into vectors of length one (L2), so that the dot product of two is their likeness, -1 to 1. Thread-safe. */
public interface SentenceEncoder {

    /**
     * One vector for each text, in the same order. What exceeds the model's window is left out.
     *
     * @throws InterruptedException if the calling thread was interrupted between two texts
     */
    List<float[]> encode(List<String> texts) throws ModelFailure, InterruptedException;
}
