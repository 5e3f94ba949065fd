/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A token that stands for itself and is never made of others: an entry of {@code added_tokens} in {@code tokenizer.json}.
 *
 * @param content as a template writes it
 * @param special not part of the text of an answer
 * @param takesBlanksBefore the white space before it belongs to it
 * @param takesBlanksAfter the white space after it belongs to it
 * @param wholeWord counts only between characters that are not of a word
 */
record ControlToken(
        int id,
        String content,
        boolean special,
        boolean takesBlanksBefore,
        boolean takesBlanksAfter,
        boolean wholeWord) {

    static ControlToken of(JsonNode entry) {
        return new ControlToken(
                entry.path("id").asInt(-1),
                entry.path("content").asText(),
                entry.path("special").asBoolean(),
                entry.path("lstrip").asBoolean(),
                entry.path("rstrip").asBoolean(),
                entry.path("single_word").asBoolean());
    }

    /**
     * Whether it is a mere run of blanks or line ends, as Gemma has them: those belong to anybody's text. Every other one steers the model,
     * {@code special} or not ({@code <tool_call>}, {@code <|fim_prefix|>}).
     */
    boolean isBlank() {
        return !special && isBlank(content);
    }

    static boolean isBlank(String name) {
        return name.chars().allMatch(c -> Character.isWhitespace(c) || c == '\u2581');
    }
}
