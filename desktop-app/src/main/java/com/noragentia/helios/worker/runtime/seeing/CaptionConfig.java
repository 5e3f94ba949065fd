/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.seeing;

import com.fasterxml.jackson.databind.JsonNode;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.text.ConfigFile;
import java.util.ArrayList;
import java.util.List;

/**
 * How a captioning model writes: {@code config.json} and {@code generation_config.json} of public exports. Immutable.
 *
 * @param vocabulary tokens that the decoder scores
 * @param start is read first
 * @param ends each of them ends the caption; the start may be one
 * @param mostTokens of a caption
 * @param phrase no phrase of so many tokens comes twice; 0 where any may
 */
record CaptionConfig(int vocabulary, int start, List<Integer> ends, int mostTokens, int phrase) {

    static final String CONFIG = "config.json";
    static final String WRITING = "generation_config.json";

    /** A sentence; what models of this kind add to it is made up. */
    static final int MOST_TOKENS = 128;

    private static final int USUAL_TOKENS = 20;
    private static final int MOST_VOCABULARY = 1 << 20;
    private static final int MOST_PHRASE = 8;
    private static final int MOST_ENDS = 16;

    CaptionConfig {
        ends = List.copyOf(ends);
    }

    /** @throws ModelFailure if a file is missing, or says what cannot be */
    static CaptionConfig read(ModelSpace space) throws ModelFailure {
        JsonNode config = ConfigFile.required(space, CONFIG);
        JsonNode writing = ConfigFile.required(space, WRITING);
        JsonNode decoder = config.path("decoder").isObject() ? config.path("decoder") : config;
        int vocabulary = ConfigFile.number(decoder, "vocab_size", 1, MOST_VOCABULARY);
        return new CaptionConfig(
                vocabulary,
                ConfigFile.number(writing, "decoder_start_token_id", 0, vocabulary - 1),
                ends(writing, vocabulary),
                Math.min(MOST_TOKENS, ConfigFile.numberOr(writing, "max_length", 1, Integer.MAX_VALUE, USUAL_TOKENS)),
                ConfigFile.numberOr(writing, "no_repeat_ngram_size", 0, MOST_PHRASE, 0));
    }

    private static List<Integer> ends(JsonNode writing, int vocabulary) throws ModelFailure {
        JsonNode named = writing.path("eos_token_id");
        if (!named.isArray()) {
            return List.of(ConfigFile.number(writing, "eos_token_id", 0, vocabulary - 1));
        }
        List<Integer> ends = new ArrayList<>();
        for (JsonNode end : named) {
            if (!end.canConvertToInt() || end.intValue() < 0 || end.intValue() >= vocabulary) {
                throw new ModelFailure("eos_token_id names no token");
            }
            ends.add(end.intValue());
        }
        if (ends.isEmpty() || ends.size() > MOST_ENDS) {
            throw new ModelFailure("eos_token_id names no token");
        }
        return ends;
    }
}
