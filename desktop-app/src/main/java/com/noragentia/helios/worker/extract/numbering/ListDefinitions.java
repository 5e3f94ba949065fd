/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.numbering;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The lists of a document and how each level of theirs is numbered, read from the part with the numbering. Not thread-safe. */
final class ListDefinitions extends DefaultHandler {

    /** Documents that were copied together over years have thousands; what is more is passed over. */
    private static final int MOST_LISTS = 10_000;

    private static final int NO_LEVEL = -1;

    /**
     * What lists have in common: such as share it count on from each other.
     *
     * @param link the style whose list says it instead; empty for none
     */
    record Definition(Map<Integer, ListLevel> levels, String link) {}

    /**
     * A list.
     *
     * @param levels which it has in place of those of its definition
     * @param starts where it begins to count anew, by level
     */
    record Instance(int definition, Map<Integer, ListLevel> levels, Map<Integer, Integer> starts) {}

    private final Map<Integer, Definition> definitions = new HashMap<>();
    private final Map<Integer, Instance> lists = new HashMap<>();

    private int id;
    private int definition;
    private String link = "";
    private Map<Integer, ListLevel> levels = new HashMap<>();
    private Map<Integer, Integer> starts = new HashMap<>();
    private int level = NO_LEVEL;
    private int start;
    private NumberFormat format = NumberFormat.DECIMAL;
    private String text = "";
    private int restartLevel;
    private boolean isPlain;
    private String style = "";

    Optional<Instance> list(int number) {
        return Optional.ofNullable(lists.get(number));
    }

    Optional<Definition> definition(int number) {
        return Optional.ofNullable(definitions.get(number));
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "abstractNum" -> begin(Values.of(attributes, "abstractNumId"));
            case "num" -> begin(Values.of(attributes, "numId"));
            case "abstractNumId" -> definition = Values.number(attributes, ListReference.NOT_SAID);
            case "numStyleLink" -> link = Values.val(attributes);
            case "lvlOverride" -> level = level(attributes);
            case "startOverride" -> {
                if (level != NO_LEVEL) {
                    starts.put(level, Values.number(attributes, 0));
                }
            }
            case "lvl" -> beginLevel(level(attributes));
            case "start" -> start = Values.number(attributes, 0);
            case "numFmt" -> format = NumberFormat.of(Values.val(attributes));
            case "lvlText" -> text = Values.val(attributes);
            case "lvlRestart" -> restartLevel = Math.min(restartLevel, Values.number(attributes, level) - 1);
            case "isLgl" -> isPlain = Values.isOn(attributes);
            case "pStyle" -> style = Values.val(attributes);
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "lvl" -> {
                if (level != NO_LEVEL) {
                    levels.put(level, new ListLevel(start, format, text, restartLevel, isPlain, style));
                }
            }
            case "abstractNum" -> {
                if (definitions.size() < MOST_LISTS) {
                    definitions.putIfAbsent(id, new Definition(levels, link));
                }
            }
            case "num" -> {
                if (lists.size() < MOST_LISTS) {
                    lists.putIfAbsent(id, new Instance(definition, levels, starts));
                }
            }
            default -> {}
        }
    }

    private void begin(String number) {
        id = Values.number(number, ListReference.NOT_SAID);
        definition = ListReference.NOT_SAID;
        link = "";
        levels = new HashMap<>();
        starts = new HashMap<>();
    }

    private static int level(Attributes attributes) {
        int level = Values.number(Values.of(attributes, "ilvl"), NO_LEVEL);
        return level < ListLevel.LEVELS ? level : NO_LEVEL;
    }

    /** With what holds where nothing else is said. */
    private void beginLevel(int number) {
        level = number;
        start = 0;
        format = NumberFormat.DECIMAL;
        text = "";
        restartLevel = number - 1;
        isPlain = false;
        style = "";
    }
}
