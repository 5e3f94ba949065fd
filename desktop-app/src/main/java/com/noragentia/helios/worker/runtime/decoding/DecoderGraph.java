/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.decoding;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a merged decoder takes and gives, found in the graph itself: keys and values of text so far and, where it keeps them, of what the encoder gave
 * ({@code .encoder.}), and the switch between reading all and reading on. Immutable.
 *
 * @param session its session
 * @param empty shapes of keys and values of nothing, by the name of the input
 * @param ofText outputs that become the input of the next step: logits not among them
 * @param wantsMask whether it asks which states of the encoder count
 */
record DecoderGraph(OrtSession session, Map<String, long[]> empty, Set<String> ofText, boolean wantsMask) {

    static final String TOKENS = "input_ids";
    static final String STATES = "encoder_hidden_states";
    static final String MASK = "encoder_attention_mask";
    static final String READS_ON = "use_cache_branch";
    static final String LOGITS = "logits";
    private static final String PAST = "past_key_values.";
    private static final String PRESENT = "present.";
    private static final String OF_ENCODER = ".encoder.";
    private static final int RANK = 4;
    private static final int LENGTH_AXIS = 2;

    DecoderGraph {
        empty = Map.copyOf(empty);
        ofText = Set.copyOf(ofText);
    }

    static DecoderGraph of(OrtSession session) throws ModelFailure {
        try {
            Map<String, NodeInfo> inputs = session.getInputInfo();
            Set<String> outputs = session.getOutputNames();
            Map<String, long[]> empty = new TreeMap<>();
            Set<String> ofText = new HashSet<>();
            for (Map.Entry<String, NodeInfo> input : inputs.entrySet()) {
                if (input.getKey().startsWith(PAST)) {
                    empty.put(input.getKey(), nothing(input));
                    require(outputs.contains(present(input.getKey())), "gives no " + present(input.getKey()));
                    if (!input.getKey().contains(OF_ENCODER)) {
                        ofText.add(present(input.getKey()));
                    }
                }
            }
            require(inputs.keySet().containsAll(Set.of(TOKENS, STATES, READS_ON)), "is no merged decoder");
            require(outputs.contains(LOGITS) && !ofText.isEmpty(), "keeps nothing of what it read");
            return new DecoderGraph(session, empty, ofText, inputs.containsKey(MASK));
        } catch (OrtException e) {
            throw new ModelFailure("a decoder cannot be used", e);
        }
    }

    private static long[] nothing(Map.Entry<String, NodeInfo> input) throws ModelFailure {
        if (input.getValue().getInfo() instanceof TensorInfo info
                && info.type == OnnxJavaType.FLOAT
                && info.getShape().length == RANK) {
            long[] shape = info.getShape().clone();
            shape[0] = 1;
            shape[LENGTH_AXIS] = 0;
            require(shape[1] > 0 && shape[RANK - 1] > 0, "does not say how wide its keys are");
            return shape;
        }
        throw new ModelFailure(input.getKey() + " is not of 32-bit numbers in four axes");
    }

    private static void require(boolean holds, String otherwise) throws ModelFailure {
        if (!holds) {
            throw new ModelFailure("the decoder " + otherwise);
        }
    }

    static String present(String past) {
        return PRESENT + past.substring(PAST.length());
    }

    static String past(String present) {
        return PAST + present.substring(PRESENT.length());
    }

    static boolean isPresent(String output) {
        return output.startsWith(PRESENT);
    }
}
