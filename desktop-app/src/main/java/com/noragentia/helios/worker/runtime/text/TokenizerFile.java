/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A {@code tokenizer.json} of byte-pair encoding (Sennrich and others 2016), as the language models of today have it. Read as a stream: the
 * largest have 33 MB. Not thread-safe.
 */
final class TokenizerFile {

    static final long MAX_BYTES = 128L << 20;

    /** Field names are the vocabulary here: not to be kept for ever. */
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private static final ObjectMapper TREES = new ObjectMapper(JSON);

    private final Path path;
    private final Vocabulary.Builder names = new Vocabulary.Builder();
    private final SpelledControls.Builder spelling = new SpelledControls.Builder();
    private final List<ControlToken> added = new ArrayList<>();
    private final Set<String> blanksOfModel = new HashSet<>();
    private JsonNode decoder = MissingNode.getInstance();
    private boolean prependsToFirst;

    private TokenizerFile(Path path) {
        this.path = path;
    }

    /** Reads what is needed to know the tokens. */
    static TokenizerFile read(Path path) throws IOException, ModelFailure {
        if (Files.size(path) > MAX_BYTES) {
            throw new ModelFailure("%s has over %d bytes".formatted(path.getFileName(), MAX_BYTES));
        }
        TokenizerFile file = new TokenizerFile(path);
        try (JsonParser in = JSON.createParser(path.toFile())) {
            file.read(in);
        }
        return file;
    }

    /** Names of all tokens, the control tokens' too. */
    Vocabulary vocabulary() throws ModelFailure {
        for (ControlToken token : added) {
            names.name(token.id(), token.content());
        }
        return names.build();
    }

    ControlTokens controls() {
        return new ControlTokens(
                added.stream().filter(token -> !token.isBlank()).toList());
    }

    SpelledControls spelled() {
        return spelling.build(added);
    }

    /** How names become text, as the file has it. */
    JsonNode decoder() {
        return decoder;
    }

    /** Whether only the beginning of a text is taken as if a blank stood before it. */
    boolean prependsToFirst() {
        return prependsToFirst;
    }

    /**
     * The same file, but for a tokenizer that knows no control tokens, adds nothing around a text and never cuts it short.
     *
     * @param beginning whether it is for the beginning of texts, see {@link #prependsToFirst()}
     */
    byte[] withoutControls(boolean beginning) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) Files.size(path));
        try (JsonParser in = JSON.createParser(path.toFile());
                JsonGenerator out = TREES.createGenerator(bytes)) {
            in.nextToken();
            out.writeStartObject();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String field = in.currentName();
                out.writeFieldName(field);
                in.nextToken();
                copy(field, beginning, in, out);
            }
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private void read(JsonParser in) throws IOException, ModelFailure {
        boolean model = false;
        if (in.nextToken() != JsonToken.START_OBJECT) {
            throw new ModelFailure(path.getFileName() + " is not a tokenizer");
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            in.nextToken();
            switch (field) {
                case "added_tokens" -> readAdded(in);
                case "decoder" -> decoder = TREES.readTree(in);
                case "pre_tokenizer" ->
                    prependsToFirst = !firstOnly(TREES.readTree(in)).isEmpty();
                case "model" -> {
                    readModel(in);
                    model = true;
                }
                default -> in.skipChildren();
            }
        }
        if (!model) {
            throw new ModelFailure(path.getFileName() + " has no model");
        }
    }

    private void readAdded(JsonParser in) throws IOException, ModelFailure {
        while (in.nextToken() == JsonToken.START_OBJECT) {
            ControlToken token = ControlToken.of(TREES.readTree(in));
            if (token.content().isEmpty() || token.id() < 0 || added.size() == Vocabulary.MAX_TOKENS) {
                throw new ModelFailure(path.getFileName() + " has added tokens without a name or id, or too many");
            }
            added.add(token);
        }
    }

    private void readModel(JsonParser in) throws IOException, ModelFailure {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            in.nextToken();
            if (field.equals("type") && !in.getText().equals("BPE")) {
                throw new ModelFailure(
                        "%s is of the kind %s; only BPE is known here".formatted(path.getFileName(), in.getText()));
            }
            if (field.equals("vocab") && in.currentToken() == JsonToken.START_OBJECT) {
                readVocabulary(in);
            } else {
                in.skipChildren();
            }
        }
    }

    private void readVocabulary(JsonParser in) throws IOException, ModelFailure {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            int id = in.nextIntValue(-1);
            names.name(id, name);
            spelling.token(id, name);
            if (ControlToken.isBlank(name)) {
                blanksOfModel.add(name);
            }
        }
    }

    private void copy(String field, boolean beginning, JsonParser in, JsonGenerator out) throws IOException {
        switch (field) {
            case "truncation", "padding", "post_processor" -> {
                in.skipChildren();
                out.writeNull();
            }
            case "added_tokens" -> copyBlanks(in, out);
            case "model" -> copyModel(in, out);
            case "pre_tokenizer" -> {
                JsonNode tree = TREES.readTree(in);
                if (!beginning) {
                    firstOnly(tree).forEach(node -> node.put("prepend_scheme", "never"));
                }
                TREES.writeTree(out, tree);
            }
            default -> out.copyCurrentStructure(in);
        }
    }

    /** The native tokenizer numbers added tokens that the model lacks anew: those that stay have to be the model's. */
    private void copyModel(JsonParser in, JsonGenerator out) throws IOException {
        out.writeStartObject();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            boolean vocabulary = in.currentName().equals("vocab");
            out.writeFieldName(in.currentName());
            in.nextToken();
            if (vocabulary) {
                copyVocabulary(in, out);
            } else {
                out.copyCurrentStructure(in);
            }
        }
        out.writeEndObject();
    }

    private void copyVocabulary(JsonParser in, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (ControlToken token : added) {
            if (token.isBlank() && !blanksOfModel.contains(token.content())) {
                out.writeNumberField(token.content(), token.id());
            }
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            out.copyCurrentStructure(in);
        }
        out.writeEndObject();
    }

    private static void copyBlanks(JsonParser in, JsonGenerator out) throws IOException {
        out.writeStartArray();
        while (in.nextToken() == JsonToken.START_OBJECT) {
            JsonNode token = TREES.readTree(in);
            if (ControlToken.of(token).isBlank()) {
                TREES.writeTree(out, token);
            }
        }
        out.writeEndArray();
    }

    /** The parts of a pre-tokenizer that treat the beginning of a text differently. */
    private static List<ObjectNode> firstOnly(JsonNode preTokenizer) {
        return preTokenizer.findParents("prepend_scheme").stream()
                .filter(node -> node.path("prepend_scheme").asText().equals("first"))
                .map(ObjectNode.class::cast)
                .toList();
    }
}
