/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Vectors, as a {@code list} of {@code embedding}. */
record Embeddings(String object, List<Vector> data, String model, TokenUsage usage) {

    /**
     * That of one text.
     *
     * @param embedding the numbers; or their bytes in base64, each a little-endian float of 32 bits
     */
    record Vector(String object, int index, Object embedding) {}

    /** @param isPacked whether the numbers are wanted in base64 */
    static Embeddings of(JobResult result, boolean isPacked) {
        if (!(result.output() instanceof TaskOutput.Embedding(List<float[]> vectors))) {
            throw new IllegalStateException("vectors were asked for, and something else came");
        }
        List<Vector> data = new ArrayList<>(vectors.size());
        for (float[] vector : vectors) {
            data.add(new Vector("embedding", data.size(), isPacked ? packed(vector) : vector));
        }
        return new Embeddings("list", data, result.model(), TokenUsage.ofVectors(result.usage()));
    }

    private static String packed(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float number : vector) {
            bytes.putFloat(number);
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
