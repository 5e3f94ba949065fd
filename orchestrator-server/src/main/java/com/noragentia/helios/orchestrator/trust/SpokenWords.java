/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.Language;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a transcript without what listeners are free to write one way or another: case, accents, punctuation, numbers in figures or in words
 * ("205", "two hundred and five"), the gender of numbers in Spanish. Pure.
 */
final class SpokenWords {

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern FIGURES = Pattern.compile("\\d+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\d]+");
    /** Numbers of more digits are left in figures: nobody says them in a check. */
    private static final int MOST_DIGITS = 3;

    private SpokenWords() {}

    static List<String> of(String text, Language language) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        String spelled = FIGURES.matcher(plain)
                .replaceAll(figures -> Matcher.quoteReplacement(spelled(figures.group(), language)));
        return BETWEEN.splitAsStream(spelled)
                .map(word -> SpelledNumber.plain(word, language))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String spelled(String figures, Language language) {
        return figures.length() > MOST_DIGITS
                ? figures
                : " " + SpelledNumber.of(Integer.parseInt(figures), language) + " ";
    }
}
