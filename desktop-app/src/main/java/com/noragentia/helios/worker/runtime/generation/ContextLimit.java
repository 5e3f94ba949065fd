/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.GraphFacts;
import com.noragentia.helios.worker.runtime.ModelSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** How many tokens a model knows the places of: the least that its files say. */
final class ContextLimit {

    private static final String CONFIG = "config.json";
    private static final String GENAI_CONFIG = "genai_config.json";
    private static final int MAX_CONFIG_BYTES = 1 << 20;
    /** Nobody's computer holds the keys and values of more. */
    static final int MAX = 1 << 17;

    private static final ObjectMapper JSON = new ObjectMapper();

    private ContextLimit() {}

    /** @throws ModelFailure if no file says it, or one cannot be read */
    static int of(ModelSpace space, GraphFacts facts) throws ModelFailure {
        OptionalLong rows = facts.rotaryPositions();
        int table = (int) Math.min(MAX, rows.orElse(0));
        return IntStream.of(
                        table,
                        said(space, CONFIG, "/max_position_embeddings").orElse(0),
                        said(space, GENAI_CONFIG, "/model/context_length").orElse(0))
                .filter(tokens -> tokens > 0)
                .min()
                .orElseThrow(() -> new ModelFailure(
                        space.manifest().id() + " does not say how many tokens it reads; a " + CONFIG + " would"));
    }

    private static OptionalInt said(ModelSpace space, String name, String pointer) throws ModelFailure {
        if (!space.has(name)) {
            return OptionalInt.empty();
        }
        JsonNode value = read(space.file(name)).at(pointer);
        return value.isIntegralNumber() && value.asLong() > 0
                ? OptionalInt.of((int) Math.min(MAX, value.asLong()))
                : OptionalInt.empty();
    }

    private static JsonNode read(Path file) throws ModelFailure {
        try {
            if (Files.size(file) > MAX_CONFIG_BYTES) {
                throw new ModelFailure(file.getFileName() + " is longer than " + MAX_CONFIG_BYTES + " bytes");
            }
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new ModelFailure(file.getFileName() + " is not JSON", e);
        } catch (IOException e) {
            throw new ModelFailure(file.getFileName() + " cannot be read", e);
        }
    }
}
