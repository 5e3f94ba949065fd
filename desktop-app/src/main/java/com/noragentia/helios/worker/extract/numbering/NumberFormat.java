/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.numbering;

import java.util.Map;

/** How the numbers of a list are written (ISO/IEC 29500-1, 17.18.59). Kinds that need the words of a language are written in digits. */
enum NumberFormat {
    DECIMAL,
    DECIMAL_ZERO,
    UPPER_ROMAN,
    LOWER_ROMAN,
    UPPER_LETTER,
    LOWER_LETTER,
    BULLET,
    NONE;

    private static final Map<String, NumberFormat> NAMES = Map.of(
            "decimalZero", DECIMAL_ZERO,
            "upperRoman", UPPER_ROMAN,
            "lowerRoman", LOWER_ROMAN,
            "upperLetter", UPPER_LETTER,
            "lowerLetter", LOWER_LETTER,
            "bullet", BULLET,
            "none", NONE);

    private static final int LETTERS = 26;
    /** Thirty times the last letter; what is more is written in digits. */
    private static final int MOST_IN_LETTERS = 30 * LETTERS;

    private static final int MOST_IN_ROMAN = 3_999;
    private static final int[] ROMAN_VALUES = {1_000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};

    static NumberFormat of(String name) {
        return NAMES.getOrDefault(name, DECIMAL);
    }

    /** @param number not negative */
    String written(int number) {
        return switch (this) {
            case DECIMAL -> Integer.toString(number);
            case DECIMAL_ZERO -> (number < 10 ? "0" : "") + number;
            case UPPER_ROMAN -> inRoman(number, 'A' - 'a');
            case LOWER_ROMAN -> inRoman(number, 0);
            case UPPER_LETTER -> inLetters(number, 'A');
            case LOWER_LETTER -> inLetters(number, 'a');
            case BULLET, NONE -> "";
        };
    }

    /** After z comes aa, and then bb. */
    private static String inLetters(int number, char first) {
        if (number < 1 || number > MOST_IN_LETTERS) {
            return Integer.toString(number);
        }
        return Character.toString(first + (number - 1) % LETTERS).repeat((number - 1) / LETTERS + 1);
    }

    private static String inRoman(int number, int shift) {
        if (number < 1 || number > MOST_IN_ROMAN) {
            return Integer.toString(number);
        }
        StringBuilder roman = new StringBuilder();
        int left = number;
        for (int i = 0; i < ROMAN.length; i++) {
            for (; left >= ROMAN_VALUES[i]; left -= ROMAN_VALUES[i]) {
                roman.append(ROMAN[i]);
            }
        }
        for (int i = 0; i < roman.length(); i++) {
            roman.setCharAt(i, (char) (roman.charAt(i) + shift));
        }
        return roman.toString();
    }
}
