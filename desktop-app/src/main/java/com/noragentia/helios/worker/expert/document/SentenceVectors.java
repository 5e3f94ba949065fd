/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.SentenceEncoder;
import java.util.ArrayList;
import java.util.List;

/** Encodes many texts in small batches, so that a cancelled task ends soon and its progress is seen. */
final class SentenceVectors {

    private static final int BATCH = 16;

    private final SentenceEncoder encoder;

    SentenceVectors(SentenceEncoder encoder) {
        this.encoder = encoder;
    }

    List<float[]> of(List<String> texts, SearchProgress progress) throws ModelFailure, InterruptedException {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (int start = 0; start < texts.size(); start += BATCH) {
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled while encoding");
            }
            vectors.addAll(encoder.encode(texts.subList(start, Math.min(start + BATCH, texts.size()))));
            progress.searched(vectors.size(), texts.size());
        }
        return vectors;
    }

    /** The likeness of two vectors of length one, -1 to 1. */
    static double likeness(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
