/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words that are looked for; upper and lower case and accents are the same. Immutable. */
public record SoughtWords(List<String> words) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    public SoughtWords {
        words = List.copyOf(words);
    }

    /** The words of what was typed, between blanks. */
    public static SoughtWords of(String typed) {
        return new SoughtWords(BLANKS.splitAsStream(folded(typed).strip())
                .filter(word -> !word.isEmpty())
                .toList());
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether all of them stand in one of the texts or another. */
    public boolean areIn(String... texts) {
        String all = folded(String.join("\n", texts));
        return !isEmpty() && words.stream().allMatch(all::contains);
    }

    /** Whether at least one of them stands in a text. */
    public boolean touch(String text) {
        String folded = folded(text);
        return words.stream().anyMatch(folded::contains);
    }

    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
