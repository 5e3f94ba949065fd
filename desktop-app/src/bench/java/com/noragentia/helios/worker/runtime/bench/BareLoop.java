/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The least that writes tokens without copying caches: the same tensor goes in as past and comes out as present, and nothing else is done. No
 * cancelling, no chunks, no sampling: the floor of what any loop on ONNX Runtime costs.
 */
final class BareLoop implements Loop {

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final int vocabulary;
    private final boolean allLogits;
    private final Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    private final Map<String, OnnxValue> outputs = new LinkedHashMap<>();
    private final LongBuffer ids;
    private final LongBuffer ones;
    private final ByteBuffer logits;

    BareLoop(OrtEnvironment environment, OrtSession session, int capacity) throws OrtException {
        this.environment = environment;
        this.session = session;
        long[] shape = ((TensorInfo)
                        Objects.requireNonNull(session.getOutputInfo().get("logits"))
                                .getInfo())
                .getShape();
        vocabulary = (int) shape[2];
        allLogits = shape[1] != 1;
        for (NodeInfo input : session.getInputInfo().values()) {
            if (input.getName().startsWith("past")) {
                share(input.getName(), (TensorInfo) input.getInfo(), capacity);
            }
        }
        ids = bytes((long) capacity * Long.BYTES).asLongBuffer();
        ones = bytes((long) capacity * Long.BYTES).asLongBuffer();
        for (int i = 0; i < capacity; i++) {
            ones.put(i, 1);
        }
        logits = bytes((long) vocabulary * Float.BYTES * (allLogits ? capacity : 1));
    }

    static BareLoop open(Path model, int threads, int capacity) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = options(threads)) {
            return new BareLoop(environment, environment.createSession(model.toString(), options), capacity);
        }
    }

    /** What inference on processors is best run with; the product's own loop uses the same. */
    static OrtSession.SessionOptions options(int threads) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.addConfigEntry("session.set_denormal_as_zero", "1");
        options.addConfigEntry("session.intra_op.spin_duration_us", "50");
        return options;
    }

    private void share(String past, TensorInfo info, int capacity) throws OrtException {
        long[] shape = {1, info.getShape()[1], capacity, info.getShape()[3]};
        long elements = shape[1] * shape[2] * shape[3];
        OnnxTensor cache = info.type == OnnxJavaType.INT8
                ? OnnxTensor.createTensor(environment, bytes(elements), shape, OnnxJavaType.INT8)
                : OnnxTensor.createTensor(
                        environment, bytes(elements * Float.BYTES).asFloatBuffer(), shape);
        inputs.put(past, cache);
        outputs.put(past.replace("past_key_values", "present"), cache);
    }

    private static ByteBuffer bytes(long count) {
        return ByteBuffer.allocateDirect(Math.toIntExact(count)).order(ByteOrder.nativeOrder());
    }

    @Override
    public String name() {
        return "bare";
    }

    @Override
    public Timing write(int[] prompt, int tokens) throws OrtException {
        long start = System.nanoTime();
        for (int i = 0; i < prompt.length; i++) {
            ids.put(i, prompt[i]);
        }
        int token = step(prompt.length, prompt.length);
        long first = System.nanoTime();
        for (int written = 1; written < tokens; written++) {
            ids.put(0, token);
            token = step(1, prompt.length + written);
        }
        return Timing.of(prompt.length, tokens, start, first, System.nanoTime());
    }

    /** The first token after a prompt whose beginning, {@code known} tokens, is in the caches from the answer before. */
    int goOn(int[] prompt, int known) throws OrtException {
        for (int i = known; i < prompt.length; i++) {
            ids.put(i - known, prompt[i]);
        }
        return step(prompt.length - known, prompt.length);
    }

    /** Reads the first ids after those read before, so that so many are read in all. */
    private int step(int count, int total) throws OrtException {
        int rows = allLogits ? count : 1;
        FloatBuffer row = logits.asFloatBuffer().limit(rows * vocabulary);
        try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids.slice(0, count), new long[] {1, count});
                OnnxTensor mask = OnnxTensor.createTensor(environment, ones.slice(0, total), new long[] {1, total});
                OnnxTensor logitTensor = OnnxTensor.createTensor(environment, row, new long[] {1, rows, vocabulary})) {
            inputs.put("input_ids", idTensor);
            inputs.put("attention_mask", mask);
            outputs.put("logits", logitTensor);
            session.run(inputs, Set.of(), outputs, null).close();
        }
        return Likeliest.of(row, vocabulary);
    }

    @Override
    public void close() throws OrtException {
        inputs.forEach((name, tensor) -> {
            if (name.startsWith("past")) {
                tensor.close();
            }
        });
        session.close();
    }
}
