/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.ModelSpace;
import java.util.Optional;

/**
 * What {@code tokenizer_config.json} says.
 *
 * @param template how a conversation is written, in Jinja; newer models have it in {@code chat_template.jinja}
 * @param beginToken what a template calls {@code bos_token}
 * @param endToken what a template calls {@code eos_token}
 */
record TokenizerConfig(Optional<String> template, Optional<String> beginToken, Optional<String> endToken) {

    static TokenizerConfig read(ModelSpace space) throws ModelFailure {
        JsonNode config = ConfigFile.json(space, "tokenizer_config.json").orElseGet(MissingNode::getInstance);
        Optional<String> file = ConfigFile.text(space, "chat_template.jinja");
        return new TokenizerConfig(
                file.isPresent() ? file : template(config.path("chat_template")),
                content(config.path("bos_token")),
                content(config.path("eos_token")));
    }

    /** One template, or several by name of which the default one is for conversations without tools. */
    private static Optional<String> template(JsonNode template) {
        for (JsonNode named : template) {
            if (named.path("name").asText().equals("default")) {
                return content(named.path("template"));
            }
        }
        return content(template);
    }

    /** A token is written as its text, or as an object that has it. */
    private static Optional<String> content(JsonNode token) {
        JsonNode text = token.isObject() ? token.path("content") : token;
        return text.isTextual() ? Optional.of(text.asText()) : Optional.empty();
    }
}
