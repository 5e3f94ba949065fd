/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.decoding;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.InterruptibleRun;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The decoder on one input of the encoder. The first token runs the branch that also makes keys and values of that; each later one is read on with
 * what is kept, which goes from output to input where it lies. Tokens are read one by one: not every public export masks several in the branch that
 * reads on. A run ends early where its thread is interrupted. For one thread.
 */
public final class DecoderRun implements AutoCloseable {

    private final OrtEnvironment environment;
    private final DecoderGraph graph;
    private final Map<String, OnnxTensor> inputs = new HashMap<>();
    private final List<OnnxTensor> own = new ArrayList<>();
    private final OnnxTensor readsOn;
    private final Set<String> wanted;
    private final float[] row;
    private OrtSession.@Nullable Result first;
    private OrtSession.@Nullable Result kept;
    private OrtSession.@Nullable Result last;

    /**
     * A run that has read nothing.
     *
     * @param states of the encoder, [1, positions, width]; stay with the caller
     */
    DecoderRun(OrtEnvironment environment, DecoderGraph graph, OnnxTensor states, int vocabulary) throws OrtException {
        this.environment = environment;
        this.graph = graph;
        row = new float[vocabulary];
        wanted = new HashSet<>(graph.ofText());
        wanted.add(DecoderGraph.LOGITS);
        inputs.put(DecoderGraph.STATES, states);
        for (Map.Entry<String, long[]> past : graph.empty().entrySet()) {
            inputs.put(
                    past.getKey(),
                    owned(OnnxTensor.createTensor(environment, FloatBuffer.allocate(0), past.getValue())));
        }
        if (graph.wantsMask()) {
            inputs.put(DecoderGraph.MASK, owned(allOf(states)));
        }
        inputs.put(DecoderGraph.READS_ON, owned(OnnxTensor.createTensor(environment, new boolean[] {false})));
        readsOn = owned(OnnxTensor.createTensor(environment, new boolean[] {true}));
    }

    private OnnxTensor allOf(OnnxTensor states) throws OrtException {
        long[] ones = new long[Math.toIntExact(states.getInfo().getShape()[1])];
        Arrays.fill(ones, 1);
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), new long[] {1, ones.length});
    }

    private OnnxTensor owned(OnnxTensor tensor) {
        own.add(tensor);
        return tensor;
    }

    /** Reads one more token; the scores of the one after it, in an array that the next call fills anew. */
    public float[] next(int token) throws ModelFailure, InterruptedException {
        if (Thread.interrupted()) { // a step may be over before anybody looks
            throw new InterruptedException("cancelled while writing");
        }
        try (OnnxTensor tokens =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[] {token}), new long[] {1, 1});
                InterruptibleRun run = new InterruptibleRun()) {
            inputs.put(DecoderGraph.TOKENS, tokens);
            OrtSession.Result result = first == null
                    ? graph.session().run(inputs, run.options())
                    : graph.session().run(inputs, wanted, run.options());
            take(result);
            return row;
        } catch (OrtException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled while writing");
            }
            throw new ModelFailure("the decoder does not run", e);
        }
    }

    private void take(OrtSession.Result result) throws OrtException, ModelFailure {
        OrtSession.Result before = last;
        last = result;
        if (first == null) {
            first = result;
            inputs.put(DecoderGraph.READS_ON, readsOn);
        }
        feed(result);
        closeUnlessNeeded(before);
        OnnxValue logits = result.get(DecoderGraph.LOGITS).orElseThrow();
        if (!(logits instanceof OnnxTensor scores) || !isOfVocabulary(scores)) {
            throw new ModelFailure("the decoder gives no scores for its vocabulary");
        }
        FloatBuffer all = scores.getFloatBuffer();
        all.position(all.limit() - row.length);
        all.get(row);
        requireNumbers(row);
    }

    private boolean isOfVocabulary(OnnxTensor scores) {
        long[] shape = scores.getInfo().getShape();
        return scores.getInfo().type == OnnxJavaType.FLOAT
                && shape.length > 0
                && shape[shape.length - 1] == row.length
                && scores.getInfo().getNumElements() >= row.length;
    }

    /** What is not to come may have −∞. */
    private static void requireNumbers(float[] scores) throws ModelFailure {
        for (float score : scores) {
            if (Float.isNaN(score) || score == Float.POSITIVE_INFINITY) {
                throw new ModelFailure("the decoder gives scores that are no numbers");
            }
        }
    }

    private void feed(OrtSession.Result result) {
        for (Map.Entry<String, OnnxValue> output : result) {
            if (DecoderGraph.isPresent(output.getKey()) && output.getValue() instanceof OnnxTensor tensor) {
                inputs.put(DecoderGraph.past(output.getKey()), tensor);
            }
        }
    }

    /** What was read by now can be come back to. */
    public void mark() {
        kept = last;
    }

    /** Forgets what was read since the mark. */
    public void rewind() {
        if (kept == null) {
            throw new IllegalStateException("no mark was set");
        }
        closeUnlessNeeded(last);
        last = kept;
        feed(kept);
    }

    private void closeUnlessNeeded(OrtSession.@Nullable Result result) {
        if (result != null && !result.equals(first) && !result.equals(kept)) {
            result.close();
        }
    }

    @Override
    public void close() {
        closeUnlessNeeded(last);
        if (kept != null && !kept.equals(first)) {
            kept.close();
        }
        if (first != null) {
            first.close();
        }
        own.forEach(OnnxTensor::close);
    }
}
