/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.citation;

import com.noragentia.helios.protocol.task.Language;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers as words, from two to a thousand. Pure. */
final class NumberWords {

    private static final int TWENTY = 20;
    private static final Map<String, Integer> ENGLISH = words(
            List.of(
                    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
                            .split(" ")),
            List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" ")),
            Map.of("hundred", 100, "thousand", 1_000));
    private static final Map<String, Integer> SPANISH = spanish();

    private NumberWords() {}

    private static Map<String, Integer> words(List<String> small, List<String> tens, Map<String, Integer> others) {
        Map<String, Integer> words = new HashMap<>(others);
        for (int i = 0; i < small.size(); i++) {
            words.put(small.get(i), i + 2);
        }
        for (int i = 0; i < tens.size(); i++) {
            words.put(tens.get(i), TWENTY + 10 * i);
        }
        return words;
    }

    private static Map<String, Integer> spanish() {
        Map<String, Integer> words = words(
                List.of(
                        "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve"
                                .split(" ")),
                List.of("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(" ")),
                Map.of("cien", 100, "mil", 1_000));
        List<String> twenties = Arrays.asList(
                "veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
                        .split(" "));
        for (int i = 0; i < twenties.size(); i++) {
            words.put(twenties.get(i), TWENTY + 1 + i);
        }
        return words;
    }

    /** What a word says; 0 where it is no number. */
    static int value(String word, Language language) {
        Map<String, Integer> words = switch (language) {
            case EN -> ENGLISH;
            case ES -> SPANISH;
        };
        return words.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
    }

    /** Whether tens and a digit with this between them are one number: twenty-five, treinta y cinco. */
    static boolean joins(String between, Language language) {
        String bare = between.strip().toLowerCase(Locale.ROOT);
        return switch (language) {
            case EN -> bare.isEmpty() || bare.equals("-");
            case ES -> bare.equals("y");
        };
    }

    /** Whether it may stand between tens and a digit. */
    static boolean isJoint(String word, Language language) {
        return language == Language.ES && word.equalsIgnoreCase("y");
    }
}
