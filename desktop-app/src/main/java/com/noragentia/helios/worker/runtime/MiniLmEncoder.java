/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sentence vectors of MiniLM and its kin: the mean of the hidden states of all tokens, brought to length one (Reimers and Gurevych 2019,
 * section 3). English; 384 dimensions.
 *
 * <p>One text a run: the graph quantises activations by the largest value in the batch, so that a text's vector would depend on its
 * neighbours. On two cores a batch gains little.
 */
public final class MiniLmEncoder implements SentenceEncoder {

    /** The model's window, with the two marks around the text. */
    static final int MAX_TOKENS = 512;

    private final OnnxGraph graph;
    private final HuggingFaceTokenizer tokenizer;

    private MiniLmEncoder(OnnxGraph graph, HuggingFaceTokenizer tokenizer) {
        this.graph = graph;
        this.tokenizer = tokenizer;
    }

    /**
     * Opens the encoder among the files of a model, to whose life it is tied.
     *
     * @param graphName file name of the graph
     * @param tokenizerName file name of the tokenizer, in the format of Hugging Face's {@code tokenizer.json}
     */
    public static MiniLmEncoder open(ModelSpace space, String graphName, String tokenizerName) throws ModelFailure {
        OnnxGraph graph = space.graph(graphName);
        try {
            // The file itself asks for 128 tokens, always filled up.
            HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.builder()
                    .optTokenizerPath(space.file(tokenizerName))
                    .optTruncation(true)
                    .optPadding(false)
                    .optMaxLength(MAX_TOKENS)
                    .build();
            space.own(tokenizer::close);
            return new MiniLmEncoder(graph, tokenizer);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new ModelFailure(tokenizerName + " does not load", e);
        }
    }

    @Override
    public List<float[]> encode(List<String> texts) throws ModelFailure, InterruptedException {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (String text : texts) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            vectors.add(encode(tokenizer.encode(text)));
        }
        return vectors;
    }

    /** Tokens the model reads of a text, the marks around it included. */
    public int tokens(String text) {
        return tokenizer.encode(text).getIds().length;
    }

    private float[] encode(Encoding encoding) throws ModelFailure, InterruptedException {
        long[] ids = encoding.getIds();
        Map<String, long[]> inputs = new HashMap<>();
        inputs.put("input_ids", ids);
        inputs.put("attention_mask", encoding.getAttentionMask());
        inputs.put("token_type_ids", encoding.getTypeIds());
        inputs.keySet().retainAll(graph.inputs());
        return Pooling.meanOfLengthOne(graph.run(inputs, 1, ids.length), encoding.getAttentionMask());
    }
}
