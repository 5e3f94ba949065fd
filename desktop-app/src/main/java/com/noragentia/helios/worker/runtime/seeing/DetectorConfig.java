/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.seeing;

import com.fasterxml.jackson.databind.JsonNode;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.text.ConfigFile;
import java.util.ArrayList;
import java.util.List;

/**
 * What a detector knows: {@code config.json} of public exports. Immutable.
 *
 * @param labels of its classes, in order; the one that says “nothing” is not among them
 * @param threshold less sure finds are none
 * @param patch pixels on each side of what the graph looks at as one
 * @param heads that look side by side
 */
record DetectorConfig(List<String> labels, double threshold, int patch, int heads) {

    static final String FILE = "config.json";

    private static final int MOST_LABELS = 10_000;
    private static final int MOST_LABEL_LENGTH = 64;
    /** As those who publish such models have it. A small one may add {@code helios_threshold}. */
    private static final double USUAL_THRESHOLD = 0.5;

    private static final double LEAST_THRESHOLD = 0.05;
    private static final double MOST_THRESHOLD = 0.99;
    private static final int USUAL_PATCH = 32;
    private static final int USUAL_HEADS = 8;
    private static final int MOST_HEADS = 64;

    DetectorConfig {
        labels = List.copyOf(labels);
    }

    /** @throws ModelFailure if the file is missing, or says what cannot be */
    static DetectorConfig read(ModelSpace space) throws ModelFailure {
        JsonNode file = ConfigFile.required(space, FILE);
        JsonNode threshold = file.path("helios_threshold");
        double least = threshold.isNumber() ? threshold.doubleValue() : USUAL_THRESHOLD;
        if (!(least >= LEAST_THRESHOLD && least <= MOST_THRESHOLD)) {
            throw new ModelFailure("helios_threshold is not within " + LEAST_THRESHOLD + " and " + MOST_THRESHOLD);
        }
        return new DetectorConfig(
                labels(file.path("id2label")),
                least,
                ConfigFile.numberOr(file, "patch_size", 1, PictureConfig.MOST_SHORT, USUAL_PATCH),
                ConfigFile.numberOr(
                        file,
                        file.hasNonNull("num_attention_heads") ? "num_attention_heads" : "encoder_attention_heads",
                        1,
                        MOST_HEADS,
                        USUAL_HEADS));
    }

    /** {@code {"0": "person", "1": "bicycle", ...}}, without a gap. */
    private static List<String> labels(JsonNode named) throws ModelFailure {
        int count = named.size();
        if (!named.isObject() || count == 0 || count > MOST_LABELS) {
            throw new ModelFailure("id2label does not name 1 to " + MOST_LABELS + " classes");
        }
        List<String> labels = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            String label = named.path(Integer.toString(id)).asText("").strip();
            if (label.isEmpty()
                    || label.length() > MOST_LABEL_LENGTH
                    || label.chars().anyMatch(Character::isISOControl)) {
                throw new ModelFailure("id2label has no name for class " + id);
            }
            labels.add(label);
        }
        return labels;
    }
}
