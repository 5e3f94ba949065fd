/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.ModelSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        try {
            JsonNode tree = JSON.readTree(text.get());
            if (!tree.isObject()) {
                throw new ModelFailure(name + " holds no JSON object");
            }
            return Optional.of(tree);
        } catch (IOException e) {
            // Jackson would quote the file.
            throw new ModelFailure(name + " is not JSON");
        }
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
