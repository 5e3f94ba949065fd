/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.text.TextTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which tokens end an answer, as the files beside a model say it: any of them may, and several often do. Pure. */
final class EndTokens {

    private static final List<String> WITH_IDS = List.of("generation_config.json", "config.json");
    private static final String WITH_WORDS = "tokenizer_config.json";
    private static final int MAX_BYTES = 4 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private EndTokens() {}

    /** @throws ModelFailure if no file names one, or one cannot be read */
    static Set<Integer> of(ModelSpace space, TextTokenizer tokenizer) throws ModelFailure {
        Set<Integer> ends = new LinkedHashSet<>();
        for (String name : WITH_IDS) {
            if (space.has(name)) {
                add(ends, read(space.file(name)).path("eos_token_id"));
            }
        }
        if (space.has(WITH_WORDS)) {
            JsonNode word = read(space.file(WITH_WORDS)).path("eos_token");
            tokenizer
                    .control(
                            word.isTextual()
                                    ? word.asText()
                                    : word.path("content").asText())
                    .ifPresent(ends::add);
        }
        if (ends.isEmpty()) {
            throw new ModelFailure(space.manifest().id() + " does not say which token ends an answer");
        }
        return Set.copyOf(ends);
    }

    /** One number, or several. */
    private static void add(Set<Integer> ends, JsonNode ids) {
        if (ids.isIntegralNumber()) {
            ends.add(ids.asInt());
        }
        ids.forEach(id -> {
            if (id.isIntegralNumber()) {
                ends.add(id.asInt());
            }
        });
    }

    private static JsonNode read(Path file) throws ModelFailure {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new ModelFailure(file.getFileName() + " is longer than " + MAX_BYTES + " bytes");
            }
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new ModelFailure(file.getFileName() + " is not JSON", e);
        } catch (IOException e) {
            throw new ModelFailure(file.getFileName() + " cannot be read", e);
        }
    }
}
