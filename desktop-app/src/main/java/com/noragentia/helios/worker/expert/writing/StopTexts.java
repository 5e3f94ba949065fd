/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import java.util.List;

/**
 * Ends an answer before the first of some texts that it comes to, wherever its pieces break: what may be the beginning of one is held back
 * until it is certain. Not thread-safe.
 */
final class StopTexts {

    private final List<String> texts;
    private final StringBuilder held = new StringBuilder();
    private boolean found;

    /** @param texts none of them empty */
    StopTexts(List<String> texts) {
        this.texts = List.copyOf(texts);
    }

    /** Takes the next words; returns those that are certain to belong to the answer. */
    String take(String words) {
        if (found) {
            return "";
        }
        held.append(words);
        int end = firstStop();
        if (end >= 0) {
            found = true;
            held.setLength(end);
            return release(end);
        }
        return release(held.length() - longestBeginning());
    }

    /** What was held back, since nothing follows. */
    String rest() {
        return release(held.length());
    }

    boolean isFound() {
        return found;
    }

    private int firstStop() {
        return texts.stream()
                .mapToInt(held::indexOf)
                .filter(place -> place >= 0)
                .min()
                .orElse(-1);
    }

    /** How much of the end may yet become a stop text. */
    private int longestBeginning() {
        int longest = 0;
        for (String text : texts) {
            for (int length = Math.min(text.length() - 1, held.length()); length > longest; length--) {
                if (held.indexOf(text.substring(0, length), held.length() - length) >= 0) {
                    longest = length;
                }
            }
        }
        return longest;
    }

    private String release(int length) {
        String words = held.substring(0, length);
        held.delete(0, length);
        return words;
    }
}
