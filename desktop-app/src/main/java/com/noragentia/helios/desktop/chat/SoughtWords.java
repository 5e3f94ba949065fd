/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words that are looked for in a chat; upper and lower case and accents are the same. Immutable. */
record SoughtWords(List<String> words) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    SoughtWords {
        words = List.copyOf(words);
    }

    static SoughtWords of(String typed) {
        return new SoughtWords(BLANKS.splitAsStream(folded(typed).strip())
                .filter(word -> !word.isEmpty())
                .toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether all of them stand in one of the texts or another. */
    boolean areIn(String... texts) {
        String all = folded(String.join("\n", texts));
        return !isEmpty() && words.stream().allMatch(all::contains);
    }

    /** Whether at least one of them stands in a text. */
    boolean touch(String text) {
        String folded = folded(text);
        return words.stream().anyMatch(folded::contains);
    }

    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
