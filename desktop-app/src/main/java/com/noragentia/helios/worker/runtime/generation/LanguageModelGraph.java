/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.GraphFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * The ports of a causal language model's graph, discovered and not assumed: exports differ in which inputs they have, and in the type of
 * their caches.
 *
 * @param caches keys and values of each layer
 * @param cacheType of one number in a cache: float, half a float, or a byte
 * @param heads of keys and values
 * @param width numbers of a head
 * @param wantsPositions whether {@code position_ids} are an input
 * @param logitsType float, or half a float
 * @param shares whether it writes keys and values where it reads them, so that input and output may be the same memory
 */
record LanguageModelGraph(
        List<Cache> caches,
        OnnxJavaType cacheType,
        int heads,
        int width,
        boolean wantsPositions,
        OnnxJavaType logitsType,
        boolean shares) {

    static final String IDS = "input_ids";
    static final String MASK = "attention_mask";
    static final String POSITIONS = "position_ids";
    static final String LOGITS = "logits";
    private static final String PAST = "past_key_values";
    private static final Set<String> KNOWN = Set.of(IDS, MASK, POSITIONS);
    private static final Set<OnnxJavaType> CACHE_TYPES =
            Set.of(OnnxJavaType.FLOAT, OnnxJavaType.FLOAT16, OnnxJavaType.INT8);
    private static final Set<OnnxJavaType> LOGITS_TYPES = Set.of(OnnxJavaType.FLOAT, OnnxJavaType.FLOAT16);

    /** Where a cache goes in and comes out: [sequences, heads, tokens, width]. */
    record Cache(String past, String present) {}

    /** @throws ModelFailure naming what of the graph is not that of a causal language model this program runs */
    static LanguageModelGraph of(OrtSession session, GraphFacts facts) throws ModelFailure {
        try {
            return of(session.getInputInfo(), session.getOutputInfo(), facts);
        } catch (OrtException e) {
            throw new ModelFailure("the graph does not tell its inputs", e);
        }
    }

    private static LanguageModelGraph of(Map<String, NodeInfo> inputs, Map<String, NodeInfo> outputs, GraphFacts facts)
            throws ModelFailure {
        List<Cache> caches = caches(inputs, outputs);
        require(inputs.containsKey(IDS) && inputs.containsKey(MASK), "no " + IDS + " or no " + MASK);
        require(tensor(inputs, IDS).type == OnnxJavaType.INT64, IDS + " is not of 64-bit integers");
        TensorInfo first = tensor(inputs, caches.getFirst().past());
        for (Cache cache : caches) {
            require(alike(first, tensor(inputs, cache.past())), cache.past() + " differs from other caches");
            require(alike(first, tensor(outputs, cache.present())), cache.present() + " differs from other caches");
        }
        require(CACHE_TYPES.contains(first.type), "caches of type " + first.type);
        TensorInfo logits = tensor(outputs, LOGITS);
        require(LOGITS_TYPES.contains(logits.type), LOGITS + " of type " + logits.type);
        return new LanguageModelGraph(
                caches,
                first.type,
                axis(first, 1),
                axis(first, 3),
                inputs.containsKey(POSITIONS),
                logits.type,
                2 * facts.groupedAttentions() == caches.size());
    }

    private static List<Cache> caches(Map<String, NodeInfo> inputs, Map<String, NodeInfo> outputs) throws ModelFailure {
        List<Cache> caches = new ArrayList<>();
        for (String name : inputs.keySet()) {
            if (name.startsWith(PAST)) {
                String present = "present" + name.substring(PAST.length());
                require(outputs.containsKey(present), "no output " + present + " for " + name);
                caches.add(new Cache(name, present));
            } else {
                require(KNOWN.contains(name), "an input " + name + " that this program does not know");
            }
        }
        require(!caches.isEmpty(), "no caches of keys and values");
        return List.copyOf(caches);
    }

    private static boolean alike(TensorInfo one, TensorInfo other) {
        return one.type == other.type
                && other.getShape().length == 4
                && one.getShape()[1] == other.getShape()[1]
                && one.getShape()[3] == other.getShape()[3];
    }

    private static int axis(TensorInfo info, int axis) throws ModelFailure {
        long length = info.getShape()[axis];
        require(length > 0 && length <= 1 << 16, "a cache whose axis " + axis + " has no length of its own");
        return (int) length;
    }

    private static TensorInfo tensor(Map<String, NodeInfo> ports, String name) throws ModelFailure {
        NodeInfo port = ports.get(name);
        if (port == null || !(port.getInfo() instanceof TensorInfo info)) {
            throw new ModelFailure("the graph is not that of a language model: no tensor " + name);
        }
        return info;
    }

    private static void require(boolean holds, String otherwise) throws ModelFailure {
        if (!holds) {
            throw new ModelFailure("the graph is not that of a language model this program runs: " + otherwise);
        }
    }

    /**
     * Empty keys and values of this graph.
     *
     * @param growth hears by how many bytes they grow, below 0 where they shrink
     */
    KeyValues keyValues(OrtEnvironment environment, LongConsumer growth) {
        return shares
                ? new SharedKeyValues(environment, this, growth)
                : new FedBackKeyValues(environment, this, growth);
    }

    /** Bytes of one token in one head of one cache. */
    int rowBytes() {
        return width * cacheType.size;
    }

    /** Bytes of one token in all layers; twice where what a run is fed and what it gives are there at the same time. */
    long tokenBytes() {
        return (shares ? 1L : 2L) * caches.size() * heads * rowBytes();
    }
}
