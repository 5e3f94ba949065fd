/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.citation;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.expert.citation.Figures.Figure;
import com.noragentia.helios.worker.expert.document.Glossary;
import com.noragentia.helios.worker.expert.document.Wording;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sentence taken apart for comparison. Immutable. */
final class Words {

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");
    private static final Pattern DIGIT = Pattern.compile(".*\\d.*");
    private static final Pattern NEGATED_ENGLISH =
            Pattern.compile("(?i)\\b(?:not|no|never|none|nothing|nobody|neither|nor|without|cannot)\\b|n[’']t\\b");
    private static final Pattern NEGATED_SPANISH = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:no|nunca|jam[aá]s|ning[uú]n|ningun[oa]s?|nadie|nada|sin|tampoco|ni)(?!\\p{L})");

    private final String text;
    private final Language language;
    private final boolean isTranslated;
    private final Glossary glossary;
    private final Set<String> stems;
    private final List<Figure> figures;

    /** @param isTranslated whether it is compared with a sentence in another language */
    Words(String text, Language language, boolean isTranslated, Glossary glossary) {
        this.text = text;
        this.language = language;
        this.isTranslated = isTranslated;
        this.glossary = glossary;
        this.stems = stemsOf(Figures.withoutSigns(text, language));
        this.figures = Figures.of(text, language);
    }

    String text() {
        return text;
    }

    boolean isTranslated() {
        return isTranslated;
    }

    /** The stems of its words, numbers in digits apart. */
    Set<String> stems() {
        return stems;
    }

    /** The stems of some words as this sentence's are made; none of little words. */
    Set<String> stemsOf(String words) {
        Set<String> found = isTranslated
                ? KeywordStems.of(Wording.of(words, language, glossary).english(), Language.EN)
                : KeywordStems.of(words, language);
        return found.stream().filter(stem -> !DIGIT.matcher(stem).matches()).collect(Collectors.toSet());
    }

    List<Figure> figures() {
        return figures;
    }

    Set<String> numbers() {
        return figures.stream().map(Figure::number).collect(Collectors.toSet());
    }

    /** Stems and numbers. */
    Set<String> all() {
        Set<String> all = new HashSet<>(stems);
        all.addAll(numbers());
        return all;
    }

    /** All words, lower case and without accents. */
    Set<String> plain() {
        return WORD.matcher(text).results().map(word -> plain(word.group())).collect(Collectors.toSet());
    }

    static String plain(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    /** Words that may be names: with a capital, also the first, unless it is a little word; numbers in words are none. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (MatchResult word : WORD.matcher(text).results().toList()) {
            boolean isCapital = Character.isUpperCase(word.group().codePointAt(0));
            if (isCapital
                    && NumberWords.value(word.group(), language) == 0
                    && !KeywordStems.of(word.group(), language).isEmpty()) {
                names.add(word.group());
            }
        }
        return names;
    }

    boolean isNegated() {
        return switch (language) {
            case EN -> NEGATED_ENGLISH.matcher(text).find();
            case ES -> NEGATED_SPANISH.matcher(text).find();
        };
    }
}
