/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.numbering;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.xml.sax.ContentHandler;

/**
 * The lists of a document, and which paragraph is of which. What they lack, or say of each other in circles, leaves paragraphs without a number.
 * Not thread-safe.
 */
public final class Numbering {

    private final ListDefinitions definitions = new ListDefinitions();
    private final ListStyles styles = new ListStyles();
    private final Map<Integer, ListShape> shapes = new HashMap<>();

    /** Where a paragraph stands: in which list, and how deep. */
    record Place(int list, int level) {}

    /** Takes the part with the numbering, before any paragraph. */
    public ContentHandler definitions() {
        return definitions;
    }

    /** Takes the part with the styles, before any paragraph. */
    public ContentHandler styles() {
        return styles;
    }

    /** Nothing for a paragraph of no list. */
    Optional<Place> place(ListReference said) {
        ListReference styled = styles.of(said.style());
        boolean isOwn = said.list() != ListReference.NOT_SAID;
        int list = isOwn ? said.list() : styled.list();
        if (definitions.list(list).isEmpty()) {
            return Optional.empty();
        }
        int level = said.level();
        if (level == ListReference.NOT_SAID) {
            level = shape(list)
                    .levelOf(isOwn ? said.style() : styled.style())
                    .orElse(isOwn ? 0 : Math.max(0, styled.level()));
        }
        return Optional.of(new Place(list, level));
    }

    ListShape shape(int list) {
        return shapes.computeIfAbsent(
                list, number -> definitions.list(number).map(this::shape).orElse(ListShape.NONE));
    }

    private ListShape shape(ListDefinitions.Instance list) {
        int number = linked(list.definition());
        Map<Integer, ListLevel> levels = new HashMap<>(definitions
                .definition(number)
                .map(ListDefinitions.Definition::levels)
                .orElse(Map.of()));
        levels.putAll(list.levels());
        return new ListShape(number, levels, list.starts());
    }

    /** The definition that another one names by a style. One step is all that Word takes. */
    private int linked(int definition) {
        return definitions
                .definition(definition)
                .map(own -> styles.of(own.link()).list())
                .flatMap(definitions::list)
                .map(ListDefinitions.Instance::definition)
                .orElse(definition);
    }
}
