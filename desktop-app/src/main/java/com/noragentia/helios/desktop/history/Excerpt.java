/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import java.util.ArrayList;
import java.util.List;

/** A stretch of text in which something was found; neighbours differ in whether they are what was looked for. */
public record Excerpt(List<Part> parts) {

    /** How SQLite is told to mark what was found: characters that nobody types. */
    static final String OPENING = "\u0002";

    static final String CLOSING = "\u0003";

    public record Part(String text, boolean isFound) {}

    public Excerpt {
        parts = List.copyOf(parts);
    }

    static Excerpt of(String marked) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        boolean isFound = false;
        while (from <= marked.length()) {
            int to = marked.indexOf(isFound ? CLOSING : OPENING, from);
            int end = to < 0 ? marked.length() : to;
            if (end > from) {
                parts.add(new Part(marked.substring(from, end), isFound));
            }
            from = end + 1;
            isFound = !isFound;
        }
        return new Excerpt(parts);
    }

    /** The words, found or not. */
    public String text() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        return text.toString();
    }
}
