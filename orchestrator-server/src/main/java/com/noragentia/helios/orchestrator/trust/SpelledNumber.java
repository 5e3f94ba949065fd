/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.Language;
import java.util.List;

/** Numbers in words, in one form of the several that are usual: without accents and joining words, in Spanish masculine. Pure. */
final class SpelledNumber {

    private static final List<String> ENGLISH =
            words("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                    + " fifteen sixteen seventeen eighteen nineteen");
    private static final List<String> ENGLISH_TENS = words("- - twenty thirty forty fifty sixty seventy eighty ninety");
    private static final List<String> SPANISH =
            words("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
                    + " dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete"
                    + " veintiocho veintinueve");
    private static final List<String> SPANISH_TENS =
            words("- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa");
    private static final List<String> SPANISH_HUNDREDS =
            words("- ciento doscientos trescientos cuatrocientos quinientos seiscientos"
                    + " setecientos ochocientos novecientos");

    private SpelledNumber() {}

    private static List<String> words(String line) {
        return List.of(line.split(" ", -1));
    }

    /** @param number 0 to 999 */
    static String of(int number, Language language) {
        return switch (language) {
            case EN -> english(number);
            case ES -> spanish(number);
        };
    }

    private static String english(int number) {
        if (number < ENGLISH.size()) {
            return ENGLISH.get(number);
        }
        return number < 100
                ? followed(ENGLISH_TENS.get(number / 10), number % 10, Language.EN)
                : followed(ENGLISH.get(number / 100) + " hundred", number % 100, Language.EN);
    }

    private static String spanish(int number) {
        if (number < SPANISH.size()) {
            return SPANISH.get(number);
        }
        return number < 100
                ? followed(SPANISH_TENS.get(number / 10), number % 10, Language.ES)
                : followed(SPANISH_HUNDREDS.get(number / 100), number % 100, Language.ES);
    }

    private static String followed(String beginning, int rest, Language language) {
        return rest == 0 ? beginning : beginning + " " + of(rest, language);
    }

    /** A word as {@link #of} spells it; empty for one that only joins, any other as it is. Takes lower case without accents. */
    static String plain(String word, Language language) {
        return switch (language) {
            case EN -> word.equals("and") ? "" : word;
            case ES ->
                switch (word) {
                    case "y" -> "";
                    case "un", "una" -> "uno";
                    case "veintiun", "veintiuna" -> "veintiuno";
                    case "cien" -> "ciento";
                    default ->
                        word.endsWith("cientas") || word.equals("quinientas")
                                ? word.substring(0, word.length() - 2) + "os"
                                : word;
                };
        };
    }
}
