/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.seeing;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.FloatTensor;
import com.noragentia.helios.worker.runtime.InterruptibleRun;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The graph of a detector of the DETR kind (Carion et al. 2020): pixels, and in some a mask of those that count, to scores and boxes of a fixed
 * number of questions. Thread-safe.
 *
 * @param maskShape of the mask that it asks for; null where it asks for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DetectorGraph(OrtEnvironment environment, OrtSession session, long @Nullable [] maskShape) {

    private static final String PIXELS = "pixel_values";
    private static final String MASK = "pixel_mask";
    private static final String LOGITS = "logits";
    private static final String BOXES = "pred_boxes";
    /** Public exports shrink the mask to what they see, so where the graph leaves its size open, any will do; theirs have this. */
    private static final long USUAL_MASK_SIDE = 64;

    private static final long MOST_MASK_SIDE = PictureConfig.MOST_LONG;
    private static final int MASK_AXES = 3;

    /** Scores [1, questions, classes and nothing] and boxes [1, questions, 4]. */
    record Output(FloatTensor logits, FloatTensor boxes) {}

    /** @throws ModelFailure if the graph lacks the names of public exports */
    static DetectorGraph of(OrtEnvironment environment, OrtSession session) throws ModelFailure {
        Set<String> inputs = session.getInputNames();
        if (!inputs.contains(PIXELS)
                || !Set.of(PIXELS, MASK).containsAll(inputs)
                || !session.getOutputNames().containsAll(Set.of(LOGITS, BOXES))) {
            throw new ModelFailure("the graph is no detector: it wants " + PIXELS + " to " + LOGITS + " and " + BOXES);
        }
        try {
            return new DetectorGraph(environment, session, mask(session.getInputInfo()));
        } catch (OrtException e) {
            throw new ModelFailure("a detector cannot be used", e);
        }
    }

    private static long @Nullable [] mask(Map<String, NodeInfo> inputs) throws ModelFailure {
        NodeInfo mask = inputs.get(MASK);
        if (mask == null) {
            return null;
        }
        if (!(mask.getInfo() instanceof TensorInfo info)
                || info.type != OnnxJavaType.INT64
                || info.getShape().length != MASK_AXES) {
            throw new ModelFailure(MASK + " is not of whole numbers in three axes");
        }
        long[] shape = info.getShape();
        for (int axis = 1; axis < MASK_AXES; axis++) {
            if (shape[axis] > MOST_MASK_SIDE) {
                throw new ModelFailure(MASK + " is larger than any picture here");
            }
        }
        return new long[] {1, shape[1] > 0 ? shape[1] : USUAL_MASK_SIDE, shape[2] > 0 ? shape[2] : USUAL_MASK_SIDE};
    }

    /** @throws InterruptedException if the thread was interrupted, also between two operators */
    Output run(FloatTensor picture) throws ModelFailure, InterruptedException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try (InterruptibleRun run = new InterruptibleRun()) {
            inputs.put(
                    PIXELS, OnnxTensor.createTensor(environment, FloatBuffer.wrap(picture.values()), picture.shape()));
            if (maskShape != null) {
                long[] ones = new long[Math.toIntExact(maskShape[1] * maskShape[2])];
                Arrays.fill(ones, 1);
                inputs.put(MASK, OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), maskShape));
            }
            try (OrtSession.Result result = session.run(inputs, Set.of(LOGITS, BOXES), run.options())) {
                return new Output(floats(result, LOGITS), floats(result, BOXES));
            }
        } catch (OrtException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled while looking");
            }
            throw new ModelFailure("the detector does not run", e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static FloatTensor floats(OrtSession.Result result, String name) throws ModelFailure {
        OnnxValue value = result.get(name).orElseThrow();
        if (!(value instanceof OnnxTensor tensor) || tensor.getInfo().type != OnnxJavaType.FLOAT) {
            throw new ModelFailure(name + " are no 32-bit numbers");
        }
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return new FloatTensor(values, tensor.getInfo().getShape());
    }
}
