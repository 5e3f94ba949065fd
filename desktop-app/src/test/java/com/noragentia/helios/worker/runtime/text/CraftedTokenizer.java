/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes small, real {@code tokenizer.json} files: byte-pair merges learned from a few sentences. Not thread-safe. */
final class CraftedTokenizer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CORPUS =
            "the user said hello to the assistant and the system said that the user is the assistant of the system "
                    + "im_start im_end start end user assistant system tool call the then than that this these there "
                    + "el usuario dice hola al asistente y el sistema responde que la respuesta es la que se espera";

    private final Map<String, Integer> vocabulary = new LinkedHashMap<>();
    private final List<String[]> merges = new ArrayList<>();
    private final ArrayNode added = JSON.createArrayNode();
    private final ObjectNode root = JSON.createObjectNode();
    private final ObjectNode model = JSON.createObjectNode();

    private CraftedTokenizer() {}

    /** As Qwen, Llama 3 and SmolLM have it: ChatML control tokens, and some of every other sort. */
    static CraftedTokenizer byteLevel() {
        CraftedTokenizer crafted = new CraftedTokenizer();
        Stream.iterate(0, octet -> octet < 256, octet -> octet + 1)
                .map(CraftedTokenizer::visible)
                .forEach(crafted::token);
        crafted.learn(" ", "\u0120", 220);
        crafted.root.set("normalizer", JSON.createObjectNode().put("type", "NFC"));
        crafted.root.set("pre_tokenizer", parsed("""
                {"type": "Sequence", "pretokenizers": [
                  {"type": "Split", "behavior": "Isolated", "invert": false, "pattern": {"Regex":
                    "[^\\\\r\\\\n\\\\p{L}\\\\p{N}]?\\\\p{L}+|\\\\p{N}| ?[^\\\\s\\\\p{L}\\\\p{N}]+[\\\\r\\\\n]*|\\\\s*[\\\\r\\\\n]+|\\\\s+(?!\\\\S)|\\\\s+"}},
                  {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": false, "use_regex": false}]}"""));
        crafted.root.set(
                "decoder", parsed("{\"type\": \"ByteLevel\", \"add_prefix_space\": false, \"trim_offsets\": false}"));
        return crafted.chatMl()
                .control("<|pad|>", "lstrip")
                .control("<|end|>", "rstrip")
                .control("<mask>", "lstrip", "normalized")
                .control("STOP", "single_word")
                .control("<\uFF5Cend\u2581of\uFF5C>")
                .plain("<tool_call>")
                .plain("\u2581\u2581");
    }

    /** As Llama 2 and Gemma have it: a mark for blanks, bytes for what the vocabulary lacks, control tokens that merging reaches. */
    static CraftedTokenizer pieces() {
        CraftedTokenizer crafted = new CraftedTokenizer();
        crafted.token("<unk>");
        crafted.token("<s>");
        crafted.token("</s>");
        for (int octet = 0; octet < 256; octet++) {
            crafted.token("<0x%02X>".formatted(octet));
        }
        crafted.token("\u2581");
        for (char c = '!'; c <= '~'; c++) {
            crafted.token(String.valueOf(c));
        }
        crafted.merge("<", "s");
        crafted.merge("<s", ">");
        crafted.merge("<", "/");
        crafted.merge("</", "s");
        crafted.merge("</s", ">");
        crafted.learn(" ", "\u2581", 150);
        crafted.model.put("byte_fallback", true).put("unk_token", "<unk>").put("fuse_unk", true);
        crafted.root.set("normalizer", parsed("""
                {"type": "Sequence", "normalizers": [{"type": "Prepend", "prepend": "\u2581"},
                  {"type": "Replace", "pattern": {"String": " "}, "content": "\u2581"}]}"""));
        crafted.root.set("decoder", parsed("""
                {"type": "Sequence", "decoders": [
                  {"type": "Replace", "pattern": {"String": "\u2581"}, "content": " "},
                  {"type": "ByteFallback"}, {"type": "Fuse"}, {"type": "Strip", "content": " ", "start": 1, "stop": 0}]}"""));
        return crafted.control("<unk>").control("<s>").control("</s>").chatMl();
    }

    /** The same, where only the beginning of a text is taken as if a blank stood before it, as Mistral has it. */
    static CraftedTokenizer piecesAfterMetaspace() {
        CraftedTokenizer crafted = pieces();
        crafted.root.remove("normalizer");
        crafted.root.set(
                "pre_tokenizer",
                parsed(
                        "{\"type\": \"Metaspace\", \"replacement\": \"\u2581\", \"prepend_scheme\": \"first\", \"split\": false}"));
        return crafted;
    }

    Path write(Path file) throws IOException {
        ObjectNode words = JSON.createObjectNode();
        vocabulary.forEach(words::put);
        ArrayNode pairs = JSON.createArrayNode();
        merges.forEach(pair -> pairs.add(JSON.createArrayNode().add(pair[0]).add(pair[1])));
        model.put("type", "BPE").set("vocab", words);
        model.set("merges", pairs);
        root.put("version", "1.0").putNull("truncation");
        root.set("added_tokens", added);
        root.set("post_processor", parsed("""
                {"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "<|im_end|>", "type_id": 0}},
                  {"Sequence": {"id": "A", "type_id": 0}}], "pair": [{"Sequence": {"id": "A", "type_id": 0}},
                  {"Sequence": {"id": "B", "type_id": 1}}], "special_tokens": {"<|im_end|>":
                  {"id": "<|im_end|>", "ids": [%d], "tokens": ["<|im_end|>"]}}}""".formatted(vocabulary.size() + 1)));
        root.set("model", model);
        return Files.write(file, JSON.writeValueAsBytes(root));
    }

    /** For files that are not as they should be. */
    ObjectNode root() {
        return root;
    }

    private CraftedTokenizer chatMl() {
        return control("<|im_start|>").control("<|im_end|>").control("<|endoftext|>");
    }

    private CraftedTokenizer control(String content, String... flags) {
        return add(content, true, flags);
    }

    private CraftedTokenizer plain(String content) {
        return add(content, false);
    }

    private CraftedTokenizer add(String content, boolean special, String... flags) {
        int next = (int) Stream.iterate(0, i -> i < added.size(), i -> i + 1)
                        .filter(i -> !vocabulary.containsKey(
                                added.get(i).get("content").asText()))
                        .count()
                + vocabulary.size();
        ObjectNode token = added.addObject()
                .put("id", vocabulary.getOrDefault(content, next))
                .put("content", content)
                .put("single_word", false)
                .put("lstrip", false)
                .put("rstrip", false)
                .put("normalized", false)
                .put("special", special);
        for (String flag : flags) {
            token.put(flag, true);
        }
        return this;
    }

    private void token(String name) {
        vocabulary.putIfAbsent(name, vocabulary.size());
    }

    private void merge(String left, String right) {
        merges.add(new String[] {left, right});
        token(left + right);
    }

    private void learn(String blank, String mark, int most) {
        List<List<String>> words = new ArrayList<>();
        for (String word : CORPUS.split(blank)) {
            words.add(new ArrayList<>(
                    (mark + word).chars().mapToObj(Character::toString).toList()));
        }
        for (int i = 0; i < most; i++) {
            Map<List<String>, Integer> counts = new HashMap<>();
            words.forEach(word -> pairs(word).forEach(pair -> counts.merge(pair, 1, Integer::sum)));
            TreeMap<String, List<String>> ranked = new TreeMap<>();
            counts.forEach((pair, count) -> ranked.put("%06d%s".formatted(999_999 - count, pair), pair));
            if (ranked.isEmpty()) {
                return;
            }
            List<String> best = ranked.firstEntry().getValue();
            merge(best.get(0), best.get(1));
            words.forEach(word -> join(word, best));
        }
    }

    private static List<List<String>> pairs(List<String> word) {
        List<List<String>> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < word.size(); i++) {
            pairs.add(List.of(word.get(i), word.get(i + 1)));
        }
        return pairs;
    }

    private static void join(List<String> word, List<String> pair) {
        for (int i = 0; i + 1 < word.size(); i++) {
            if (word.get(i).equals(pair.get(0)) && word.get(i + 1).equals(pair.get(1))) {
                word.set(i, word.get(i) + word.remove(i + 1));
            }
        }
    }

    /** The character that names a byte, by the rule of GPT-2. */
    private static String visible(int octet) {
        if ((octet > 32 && octet < 127) || (octet > 160 && octet != 173)) {
            return String.valueOf((char) octet);
        }
        int rank = octet <= 32 ? octet : octet == 173 ? 67 : octet - 127 + 33;
        return String.valueOf((char) (256 + rank));
    }

    private static ObjectNode parsed(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
