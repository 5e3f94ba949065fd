/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import com.noragentia.helios.worker.runtime.SentenceEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real MiniLM, straight from the class path. */
public final class ClassPathEncoder implements SentenceEncoder, AutoCloseable {

    private static final int DIMENSIONS = 384;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final HuggingFaceTokenizer tokenizer;
    private final OrtSession session;

    private ClassPathEncoder(HuggingFaceTokenizer tokenizer, OrtSession session) {
        this.tokenizer = tokenizer;
        this.session = session;
    }

    public static ClassPathEncoder load() throws IOException, OrtException, ModelFailure {
        OnnxRuntime.start(2, new MemoryBudget(0)); // whoever comes first makes the environment as the worker needs it
        try (InputStream tokens = resource("/all-minilm-l6-v2-q-tokenizer.json");
                InputStream graph = resource("/all-minilm-l6-v2-q.onnx")) {
            HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(
                    tokens, Map.of("truncation", "true", "maxLength", "512", "modelMaxLength", "512"));
            return new ClassPathEncoder(
                    tokenizer, OrtEnvironment.getEnvironment().createSession(graph.readAllBytes()));
        }
    }

    static InputStream resource(String name) throws IOException {
        InputStream in = ClassPathEncoder.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException(name + " is not on the class path");
        }
        return in;
    }

    @Override
    public List<float[]> encode(List<String> texts) throws ModelFailure {
        List<float[]> vectors = new ArrayList<>();
        for (String text : texts) {
            vectors.add(encode(text));
        }
        return vectors;
    }

    private float[] encode(String text) throws ModelFailure {
        Encoding encoding = tokenizer.encode(text);
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, new long[][] {encoding.getIds()});
                OnnxTensor mask = OnnxTensor.createTensor(environment, new long[][] {encoding.getAttentionMask()});
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[][] {encoding.getTypeIds()});
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            float[][][] states = (float[][][]) result.get(0).getValue();
            return pooled(states[0]);
        } catch (OrtException e) {
            throw new ModelFailure("MiniLM fails", e);
        }
    }

    private static float[] pooled(float[][] states) {
        double[] sums = new double[DIMENSIONS];
        double square = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            for (float[] state : states) {
                sums[i] += state[i];
            }
            square += sums[i] * sums[i];
        }
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) (sums[i] / Math.sqrt(square));
        }
        return vector;
    }

    @Override
    public void close() throws OrtException {
        session.close();
        tokenizer.close();
    }
}
