/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Greedy generation with nothing clever in it: the present of a step is given back as the past of the next. */
final class PlainLoop implements AutoCloseable {

    private static final int LONGEST_ANSWER = 80;
    private static final String END = "<|im_end|>";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final long end;

    PlainLoop(Path graph, Path tokenizerFile) throws OrtException, IOException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            session = environment.createSession(graph.toString(), options);
        }
        tokenizer = HuggingFaceTokenizer.builder()
                .optTokenizerPath(tokenizerFile)
                .optTruncation(false)
                .optAddSpecialTokens(false)
                .build();
        end = tokenizer.encode(END).getIds()[0];
    }

    String answer(String prompt) throws OrtException {
        long[] step = tokenizer.encode(prompt).getIds();
        long[] answer = new long[LONGEST_ANSWER];
        int length = 0;
        int total = 0;
        Map<String, OnnxTensor> past = emptyPast();
        OrtSession.Result last = null;
        try {
            while (length < LONGEST_ANSWER) {
                total += step.length;
                OrtSession.Result result = run(step, total, past);
                close(last, past);
                last = result;
                past = past(result);
                long next = best(result, step.length);
                if (next == end) {
                    break;
                }
                answer[length++] = next;
                step = new long[] {next};
            }
        } finally {
            close(last, past);
        }
        return tokenizer.decode(Arrays.copyOf(answer, length), false);
    }

    private OrtSession.Result run(long[] step, int total, Map<String, OnnxTensor> past) throws OrtException {
        long[] mask = new long[total];
        Arrays.fill(mask, 1);
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(step), new long[] {1, step.length});
                OnnxTensor attention =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), new long[] {1, total})) {
            Map<String, OnnxTensor> inputs = new HashMap<>(past);
            inputs.put("input_ids", ids);
            inputs.put("attention_mask", attention);
            return session.run(inputs);
        }
    }

    private Map<String, OnnxTensor> emptyPast() throws OrtException {
        Map<String, OnnxTensor> past = new HashMap<>();
        for (var input : session.getInputInfo().entrySet()) {
            if (input.getKey().startsWith("past_key_values.")
                    && input.getValue().getInfo() instanceof TensorInfo info) {
                long[] shape = info.getShape();
                shape[0] = 1;
                shape[2] = 0;
                past.put(input.getKey(), OnnxTensor.createTensor(environment, FloatBuffer.allocate(0), shape));
            }
        }
        return past;
    }

    private static Map<String, OnnxTensor> past(OrtSession.Result result) {
        Map<String, OnnxTensor> past = new HashMap<>();
        result.forEach(output -> {
            if (output.getKey().startsWith("present.") && output.getValue() instanceof OnnxTensor tensor) {
                past.put(output.getKey().replace("present.", "past_key_values."), tensor);
            }
        });
        return past;
    }

    private static long best(OrtSession.Result result, int positions) {
        FloatBuffer logits = ((OnnxTensor) result.get("logits").orElseThrow()).getFloatBuffer();
        int vocabulary = logits.remaining() / positions;
        int row = logits.remaining() - vocabulary;
        int best = 0;
        for (int token = 1; token < vocabulary; token++) {
            if (logits.get(row + token) > logits.get(row + best)) {
                best = token;
            }
        }
        return best;
    }

    /** A result owns its tensors; those of the empty past have no owner. */
    private static void close(OrtSession.@Nullable Result result, Map<String, OnnxTensor> past) {
        if (result == null) {
            past.values().forEach(OnnxTensor::close);
        } else {
            result.close();
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
        tokenizer.close();
    }
}
