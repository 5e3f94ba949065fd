/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.language;

import com.noragentia.helios.protocol.api.SkipReason;
import com.noragentia.helios.protocol.task.Language;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says in one sentence why a computer has nothing to do though questions wait, and what would help. Immutable and thread-safe. */
public final class IdlePhrases {

    private final Phrases phrases;

    public IdlePhrases(Language language) {
        this.phrases = Phrases.beside(IdlePhrases.class, "idle", language);
    }

    /** The reason that most questions were passed on for; of equals the first. */
    public static Optional<SkipReason> chief(Map<SkipReason, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .max(Comparator.<Map.Entry<SkipReason, Integer>>comparingInt(Map.Entry::getValue)
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    /**
     * Why a computer is not in touch with its network.
     *
     * @param end how its last session ended
     * @return empty where that is in order
     */
    public Optional<String> away(String end) {
        String key = "away." + end;
        return phrases.has(key) ? Optional.of(phrases.say(key)) : Optional.empty();
    }

    /** Why, of the chief reason; that no question waits where there is none. */
    public String sentence(Map<SkipReason, Integer> counts) {
        return chief(counts)
                .map(reason -> phrases.say(
                        "idle." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        counts.getOrDefault(reason, 0)))
                .orElseGet(() -> phrases.say("idle"));
    }
}
