/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The words of canaries; they come inside the program. {@code {}} stands for a fact.
 *
 * @param notices sentences and questions about them, by language as on the wire
 * @param pictures lines of signs, in letters without accents
 * @param likeness sentences that mean the same
 */
record Templates(Map<String, List<Topic>> notices, List<Line> pictures, List<Pair> likeness) {

    private static final String RESOURCE = "canaries.json";
    private static final long MOST_BYTES = 1_000_000;
    private static final String GAP = "{}";

    record Topic(Facts fact, String sentence, String question) {}

    record Line(Facts fact, String sentence) {}

    record Pair(Facts fact, String one, String other) {}

    static Templates load() {
        try (InputStream file = Templates.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("the program was built without " + RESOURCE);
            }
            return JsonCodec.decode(file.readAllBytes(), Templates.class, MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("the program was built with a broken " + RESOURCE, e);
        }
    }

    List<Topic> notices(Language language) {
        return Objects.requireNonNull(notices.get(language.locale().getLanguage()));
    }

    static String filled(String template, String fact) {
        return template.replace(GAP, fact);
    }
}
