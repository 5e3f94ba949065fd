/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.SpanishStemmer;

/**
 * Puts Spanish into rough English, word by word, for an encoder that knows only English; nobody ever reads the outcome. Names and
 * numbers stay as they are, other unknown words get the English ending of their kind. Immutable and thread-safe.
 */
public final class Glossary {

    private static final String RESOURCE = "glossary_es.txt";
    private static final String DROP = "-";
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}-]*|\\d+(?:[.,:]\\d+)*+|[^\\s\\p{L}\\d]");

    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> unaccented = new HashMap<>();
    private final Map<String, String> stems = new HashMap<>();

    private Glossary() {}

    /** The one that comes with the program. */
    public static Glossary load() {
        try (InputStream in = Glossary.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + RESOURCE);
            }
            Glossary glossary = new Glossary();
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(glossary::learn);
            return glossary;
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    private void learn(String line) {
        List<String> sides = List.of(line.split(":", 2));
        for (String spanish : sides.get(1).strip().split(" ")) {
            exact.putIfAbsent(spanish, sides.get(0));
            unaccented.putIfAbsent(withoutAccents(spanish), sides.get(0));
            stems.putIfAbsent(stem(spanish), sides.get(0));
        }
    }

    /** English words in Spanish order. */
    String english(String spanish) {
        StringJoiner english = new StringJoiner(" ");
        Matcher words = WORD.matcher(spanish);
        while (words.find()) {
            String word = english(words);
            if (!word.equals(DROP)) {
                english.add(word);
            }
        }
        return english.toString();
    }

    private String english(Matcher match) {
        String word = match.group();
        String lower = word.toLowerCase(Locale.ROOT);
        String known = exact.get(lower);
        if (known == null) {
            known = unaccented.get(withoutAccents(lower));
        }
        if (known == null) {
            known = stems.get(stem(lower));
        }
        if (known != null) {
            return known;
        }
        boolean isName = Character.isUpperCase(word.charAt(0));
        return isName ? word : Cognate.of(lower);
    }

    private static String withoutAccents(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static String stem(String word) {
        SpanishStemmer stemmer = new SpanishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return withoutAccents(stemmer.getCurrent());
    }
}
