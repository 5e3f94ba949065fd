/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.ModelSpace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** By which tokens a model ends its answer. */
public final class EndTokens {

    /** Llama 3.1 has three. */
    private static final int MAX_TOKENS = 64;

    private EndTokens() {}

    /**
     * All end tokens that {@code config.json}, {@code generation_config.json} and {@code tokenizer_config.json} name: exports often have them
     * in one and forget them in another.
     *
     * @throws ModelFailure if there is none, or one is out of the vocabulary
     */
    public static Set<Integer> of(ModelSpace space, HuggingFaceTextTokenizer tokenizer) throws ModelFailure {
        Set<Integer> tokens = new HashSet<>();
        for (String file : List.of("config.json", "generation_config.json")) {
            JsonNode ids = ConfigFile.json(space, file)
                    .map(config -> config.path("eos_token_id"))
                    .orElseGet(MissingNode::getInstance);
            add(file, ids, tokenizer, tokens);
        }
        TokenizerConfig.read(space)
                .endToken()
                .ifPresent(name -> tokenizer.control(name).ifPresent(tokens::add));
        if (tokens.isEmpty()) {
            throw new ModelFailure(space.manifest().id() + " names no end token");
        }
        return Set.copyOf(tokens);
    }

    private static void add(String file, JsonNode ids, HuggingFaceTextTokenizer tokenizer, Set<Integer> tokens)
            throws ModelFailure {
        if (ids.isMissingNode() || ids.isNull()) {
            return;
        }
        Iterable<JsonNode> all = ids.isArray() ? ids : List.of(ids);
        for (JsonNode id : all) {
            if (!id.canConvertToInt()
                    || !id.isIntegralNumber()
                    || id.asInt() < 0
                    || id.asInt() >= tokenizer.vocabulary()
                    || tokens.size() == MAX_TOKENS) {
                throw new ModelFailure(file + " has an end token that is none of the tokenizer's, or too many");
            }
            tokens.add(id.asInt());
        }
    }
}
