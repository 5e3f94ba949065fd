/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.util.ArrayList;
import java.util.List;

/** How the names of tokens become text: the {@code decoder} of a {@code tokenizer.json}, in the forms that language models have. */
sealed interface DecodingRule {

    /** Names are bytes in disguise (GPT-2, Llama 3, Qwen, SmolLM). */
    record ByteLevel() implements DecodingRule {}

    /**
     * Names are text with a mark for blanks, as SentencePiece has it (Llama 2, Mistral, Gemma).
     *
     * @param blank what stands for a blank in names
     * @param bytes whether names such as {@code <0x0A>} are bytes
     * @param cutBlanks so many blanks at the beginning of the text are left out
     * @param firstWithoutBlanks whether the first token is taken without its marks
     */
    record Pieces(String blank, boolean bytes, int cutBlanks, boolean firstWithoutBlanks) implements DecodingRule {

        /** These steps and one more; {@code joined} says whether tokens are one text by then. */
        private Pieces with(JsonNode step, boolean joined) throws ModelFailure {
            String from = step.path("pattern").path("String").asText();
            return switch (type(step)) {
                case "Fuse" -> this;
                case "ByteFallback" -> new Pieces(blank, true, cutBlanks, firstWithoutBlanks);
                case "Metaspace" -> metaspace(step);
                case "Replace" -> {
                    if (!blank.isEmpty()
                            || from.isEmpty()
                            || !step.path("content").asText().equals(" ")) {
                        throw unknown(step);
                    }
                    yield new Pieces(from, bytes, cutBlanks, firstWithoutBlanks);
                }
                case "Strip" -> {
                    if (!joined || !cutsBeginningOnly(step)) {
                        throw unknown(step);
                    }
                    yield new Pieces(blank, bytes, step.path("start").asInt(), firstWithoutBlanks);
                }
                default -> throw unknown(step);
            };
        }
    }

    /** What the file says. */
    static DecodingRule of(JsonNode decoder) throws ModelFailure {
        List<JsonNode> steps = new ArrayList<>();
        if (type(decoder).equals("Sequence")) {
            decoder.path("decoders").forEach(steps::add);
        } else {
            steps.add(decoder);
        }
        if (steps.size() == 1 && type(steps.getFirst()).equals("ByteLevel")) {
            return new ByteLevel();
        }
        Pieces pieces = new Pieces("", false, 0, false);
        boolean joined = false;
        for (JsonNode step : steps) {
            pieces = pieces.with(step, joined);
            joined |= type(step).equals("Fuse");
        }
        return pieces;
    }

    private static String type(JsonNode step) {
        return step.path("type").asText("none");
    }

    private static Pieces metaspace(JsonNode step) {
        String scheme =
                step.path("prepend_scheme").asText(step.path("add_prefix_space").asBoolean(true) ? "always" : "never");
        return new Pieces(step.path("replacement").asText("\u2581"), false, 0, !scheme.equals("never"));
    }

    private static ModelFailure unknown(JsonNode step) {
        return new ModelFailure("the tokenizer has a decoder that is not known here: " + type(step));
    }

    private static boolean cutsBeginningOnly(JsonNode strip) {
        return strip.path("content").asText().equals(" ") && strip.path("stop").asInt() == 0;
    }
}
