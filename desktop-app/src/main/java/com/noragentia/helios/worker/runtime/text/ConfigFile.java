/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.ModelSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A small file of a model that describes it. */
public final class ConfigFile {

    /** Gemma's tokenizer_config.json has 1.2 MB. */
    static final int MAX_BYTES = 8 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private ConfigFile() {}

    /** The JSON object in a file; nothing if the model has none of that name. */
    public static Optional<JsonNode> json(ModelSpace space, String name) throws ModelFailure {
        Optional<String> text = text(space, name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        JsonNode tree = tree(name, text.get());
        if (!tree.isObject()) {
            throw new ModelFailure(name + " holds no JSON object");
        }
        return Optional.of(tree);
    }

    /**
     * The strings of a JSON array, in a file that the model must have.
     *
     * @throws ModelFailure if it has none of that name, or it holds something else, or more than {@code most}
     */
    public static List<String> strings(ModelSpace space, String name, int most) throws ModelFailure {
        JsonNode tree = tree(name, text(space, name).orElseThrow(() -> missing(space, name)));
        List<String> strings = tree.valueStream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .limit(most)
                .toList();
        if (!tree.isArray() || strings.size() != tree.size()) {
            throw new ModelFailure("%s is no list of at most %d strings".formatted(name, most));
        }
        return strings;
    }

    private static JsonNode tree(String name, String text) throws ModelFailure {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            // Jackson would quote the file.
            throw new ModelFailure(name + " is not JSON");
        }
    }

    /** As {@link #json}, of a file that the model must have. */
    public static JsonNode required(ModelSpace space, String name) throws ModelFailure {
        return json(space, name).orElseThrow(() -> missing(space, name));
    }

    private static ModelFailure missing(ModelSpace space, String name) {
        return new ModelFailure(space.manifest().id() + " has no " + name);
    }

    /**
     * A whole number in a file.
     *
     * @throws ModelFailure if there is none of that name, or it is out of its range
     */
    public static int number(JsonNode file, String name, int least, int most) throws ModelFailure {
        JsonNode value = file.path(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw new ModelFailure("%s is not within %d and %d".formatted(name, least, most));
        }
        return value.intValue();
    }

    /** As {@link #number}, where the file need not say it. */
    public static int numberOr(JsonNode file, String name, int least, int most, int otherwise) throws ModelFailure {
        return file.hasNonNull(name) ? number(file, name, least, most) : otherwise;
    }

    /** The text of a file; nothing if the model has none of that name. */
    static Optional<String> text(ModelSpace space, String name) throws ModelFailure {
        if (space.manifest().files().stream().noneMatch(file -> file.name().equals(name))) {
            return Optional.empty();
        }
        Path path = space.file(name);
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new ModelFailure("%s has over %d bytes".formatted(name, MAX_BYTES));
            }
            return Optional.of(Files.readString(path));
        } catch (IOException e) {
            throw new ModelFailure(name + " cannot be read", e);
        }
    }
}
