/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What lies beside a graph of random weights so that it can be asked: a vocabulary of letters and of words made up, a chat template, a context.
 * Each made-up word has the answer to the orchestrator's probe in it, since a random model knows no sums.
 */
final class FillerVocabulary {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OCTETS = 256;
    /** Short, as what the probe asks is answered to the very end of it. */
    private static final int CONTEXT = 512;

    private static final String WORD = "\u012042.";
    private static final String BEGIN = "<|im_start|>";
    private static final String END = "<|im_end|>";
    private static final String TEMPLATE =
            "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}"
                    + "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

    private FillerVocabulary() {}

    /** Writes the four files. */
    static void write(Path folder, int vocabulary) throws IOException {
        Files.write(folder.resolve("tokenizer.json"), JSON.writeValueAsBytes(tokenizer(vocabulary)));
        ObjectNode config =
                JSON.createObjectNode().put("chat_template", TEMPLATE).put("eos_token", END);
        Files.write(folder.resolve("tokenizer_config.json"), JSON.writeValueAsBytes(config));
        Files.writeString(folder.resolve("config.json"), "{\"max_position_embeddings\": " + CONTEXT + "}");
        Files.writeString(folder.resolve("generation_config.json"), "{\"eos_token_id\": " + (vocabulary - 1) + "}");
    }

    private static ObjectNode tokenizer(int vocabulary) {
        ObjectNode words = JSON.createObjectNode();
        for (int octet = 0; octet < OCTETS; octet++) {
            words.put(visible(octet), octet);
        }
        for (int id = OCTETS; id < vocabulary - 2; id++) {
            words.put(WORD + id, id);
        }
        words.put(BEGIN, vocabulary - 2).put(END, vocabulary - 1);
        ObjectNode root = JSON.createObjectNode().put("version", "1.0");
        ArrayNode added = root.putArray("added_tokens");
        control(added, BEGIN, vocabulary - 2);
        control(added, END, vocabulary - 1);
        ObjectNode octets = JSON.createObjectNode()
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", false)
                .put("use_regex", true);
        root.set("pre_tokenizer", octets);
        root.set("decoder", octets);
        ObjectNode model = root.putObject("model").put("type", "BPE");
        model.set("vocab", words);
        model.putArray("merges");
        return root;
    }

    private static void control(ArrayNode added, String content, int id) {
        added.addObject()
                .put("id", id)
                .put("content", content)
                .put("single_word", false)
                .put("lstrip", false)
                .put("rstrip", false)
                .put("normalized", false)
                .put("special", true);
    }

    /** The character that names a byte, by the rule of GPT-2. */
    private static String visible(int octet) {
        if ((octet > 32 && octet < 127) || (octet > 160 && octet != 173)) {
            return String.valueOf((char) octet);
        }
        int rank = octet <= 32 ? octet : octet == 173 ? 67 : octet - 127 + 33;
        return String.valueOf((char) (OCTETS + rank));
    }
}
