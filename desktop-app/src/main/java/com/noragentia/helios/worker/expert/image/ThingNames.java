/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Seen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Names things in the language of who asks, so many of each. A name that is in no table stays as the model says it. Immutable. */
final class ThingNames {

    private static final String BETWEEN = "|";

    private final Phrases names;

    ThingNames(Language language) {
        names = Phrases.beside(ThingNames.class, "things", language);
    }

    /** For example “2 circles, 1 square”, what is surest first. */
    String counted(List<Seen.Thing> things) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        things.forEach(thing -> counts.merge(thing.label(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> counted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String counted(String label, int count) {
        String key = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        if (!names.has(key)) {
            return count == 1 ? "1 " + label : count + " × " + label;
        }
        String both = names.say(key);
        int bar = both.indexOf(BETWEEN);
        return count + " " + (count == 1 ? both.substring(0, bar) : both.substring(bar + 1));
    }
}
