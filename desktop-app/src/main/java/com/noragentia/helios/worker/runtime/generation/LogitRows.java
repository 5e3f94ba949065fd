/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/** Memory for the few rows of logits that a run is asked for; half floats are widened when a row is read. For one thread. */
final class LogitRows implements AutoCloseable {

    /** Rows of a run at most: of eight sequences, or of the last tokens of one. */
    static final int MAX_ROWS = 8;

    private final OrtEnvironment environment;
    private final OnnxJavaType type;
    private final int vocabulary;
    private final DirectMemory memory;
    private final FloatBuffer floats;

    LogitRows(OrtEnvironment environment, OnnxJavaType type, int vocabulary) {
        this.environment = environment;
        this.type = type;
        this.vocabulary = vocabulary;
        memory = DirectMemory.of(Math.multiplyExact(MAX_ROWS * vocabulary, type.size));
        floats = type == OnnxJavaType.FLOAT ? memory.buffer().asFloatBuffer() : FloatBuffer.allocate(vocabulary);
    }

    /** A tensor [sequences, rows, vocabulary] over this memory, for a run to fill and the caller to close. */
    OnnxTensor tensor(int sequences, int rows) throws OrtException {
        int bytes = sequences * rows * vocabulary * type.size;
        return OnnxTensor.createTensor(
                environment, memory.part(0, bytes), new long[] {sequences, rows, vocabulary}, type);
    }

    /** One row of the last run, good until the next call or run. */
    FloatBuffer row(int index) {
        if (type == OnnxJavaType.FLOAT) {
            return floats.limit((index + 1) * vocabulary).position(index * vocabulary);
        }
        ShortBuffer halves = memory.buffer().asShortBuffer().position(index * vocabulary);
        for (int i = 0; i < vocabulary; i++) {
            floats.put(i, Float.float16ToFloat(halves.get()));
        }
        return floats.clear();
    }

    @Override
    public void close() {
        memory.close();
    }
}
