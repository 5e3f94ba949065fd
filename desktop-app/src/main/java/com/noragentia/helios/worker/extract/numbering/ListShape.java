/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.numbering;

import java.util.Map;
import java.util.Optional;

/**
 * How a list is numbered, with all that it takes from elsewhere.
 *
 * @param definition lists of the same one count on from each other
 * @param starts where it begins to count anew, by level
 */
record ListShape(int definition, Map<Integer, ListLevel> levels, Map<Integer, Integer> starts) {

    static final ListShape NONE = new ListShape(ListReference.NOT_SAID, Map.of(), Map.of());

    Optional<ListLevel> at(int level) {
        return Optional.ofNullable(levels.get(level));
    }

    /** The first number of a level. */
    int start(int level) {
        return Optional.ofNullable(starts.get(level))
                .or(() -> at(level).map(ListLevel::start))
                .orElse(0);
    }

    /** The level of the paragraphs of a style. */
    Optional<Integer> levelOf(String style) {
        return levels.entrySet().stream()
                .filter(level -> !style.isEmpty() && level.getValue().style().equals(style))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
