/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import java.util.List;

/**
 * Watches the pieces of an answer for strings that end it, across the borders of pieces. Only what may still become such a string is held
 * back. The string that is complete first ends the answer, of several the longest; so the cut never depends on the pieces. Not thread-safe.
 */
public final class StopStrings {

    public static final int MAX_STRINGS = 16;
    public static final int MAX_LENGTH = 256;

    private final List<String> strings;
    private String held = "";
    private boolean stopped;

    /** @throws IllegalArgumentException if they are over {@value #MAX_STRINGS}, or one is empty or longer than {@value #MAX_LENGTH} */
    public StopStrings(List<String> strings) {
        this.strings = List.copyOf(strings);
        if (strings.size() > MAX_STRINGS
                || strings.stream().anyMatch(string -> string.isEmpty() || string.length() > MAX_LENGTH)) {
            throw new IllegalArgumentException(
                    "at most %d stop strings of 1 to %d characters".formatted(MAX_STRINGS, MAX_LENGTH));
        }
    }

    /** What of the answer is certain with this piece; nothing once it {@link #stopped()}. */
    public String next(String piece) {
        if (stopped) {
            return "";
        }
        String text = held + piece;
        int cut = cut(text);
        stopped = cut >= 0;
        int certain = stopped ? cut : text.length() - unfinished(text);
        held = stopped ? "" : text.substring(certain);
        return text.substring(0, certain);
    }

    /** Whether a stop string came. */
    public boolean stopped() {
        return stopped;
    }

    /** What was held back, when no more pieces come. */
    public String rest() {
        String rest = held;
        held = "";
        return rest;
    }

    /** Where the first complete stop string begins; -1 for none. */
    private int cut(String text) {
        int from = -1;
        int to = Integer.MAX_VALUE;
        for (String string : strings) {
            int begin = text.indexOf(string);
            int end = begin + string.length();
            if (begin >= 0 && (end < to || (end == to && begin < from))) {
                from = begin;
                to = end;
            }
        }
        return from;
    }

    /** How many of the last characters are the beginning of a stop string. */
    private int unfinished(String text) {
        int longest = 0;
        for (String string : strings) {
            for (int length = Math.min(string.length() - 1, text.length()); length > longest; length--) {
                if (text.regionMatches(text.length() - length, string, 0, length)) {
                    longest = length;
                }
            }
        }
        return longest;
    }
}
