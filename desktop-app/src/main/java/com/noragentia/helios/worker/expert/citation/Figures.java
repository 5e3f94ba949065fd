/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.citation;

import com.noragentia.helios.protocol.task.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The numbers of a text, in digits or words, brought to one form: {@code 1,500.00}, {@code 1.500} and {@code 1500} are the same, and so are
 * {@code 09:00} and {@code 9:00}, {@code three} and {@code 3}. {@code 1.500} is read as a thousand and a half everywhere, so that what an English
 * text calls one and a half is equal only to itself. {@code one} and {@code un} are articles as often as numbers and are left out. Pure.
 */
final class Figures {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,30}(?:[.,:’'\\u00A0\\u202F]\\d{1,30}){0,10}");
    private static final Pattern THOUSANDS =
            Pattern.compile("\\d{1,3}(?:([.,’'\\u00A0\\u202F])\\d{3})(?:\\1\\d{3})*(?:[.,]\\d+)?");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern AFTER = Pattern.compile("^\\s*([€$£%]|\\p{L}+)");
    private static final Pattern BEFORE = Pattern.compile("([€$£])\\s*$");
    private static final Pattern SIGN = Pattern.compile("[€$£%]");
    private static final Map<String, String> ENGLISH =
            Map.of("€", "euros", "$", "dollars", "£", "pounds", "%", "percent");
    private static final Map<String, String> SPANISH =
            Map.of("€", "euros", "$", "dólares", "£", "libras", "%", "ciento");
    private static final int TEN = 10;

    private Figures() {}

    /**
     * A number, and what it counts.
     *
     * @param unit the word right after it, lower case, or what its sign is called; empty where there is none
     */
    record Figure(String number, String unit) {}

    /** All of a text, in order. */
    static List<Figure> of(String text, Language language) {
        List<Figure> figures = new ArrayList<>();
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            figures.add(new Figure(normal(digits.group()), unit(text, digits.start(), digits.end(), language)));
        }
        spelled(text, language, figures);
        return figures;
    }

    static Set<String> numbers(String text, Language language) {
        return of(text, language).stream().map(Figure::number).collect(Collectors.toSet());
    }

    private static String unit(String text, int start, int end, Language language) {
        Matcher before = BEFORE.matcher(text.substring(0, start));
        if (before.find()) {
            return sign(before.group(1), language);
        }
        Matcher after = AFTER.matcher(text.substring(end));
        if (!after.find()) {
            return "";
        }
        String word = after.group(1);
        return SIGN.matcher(word).matches() ? sign(word, language) : word.toLowerCase(Locale.ROOT);
    }

    private static String sign(String sign, Language language) {
        return switch (language) {
            case EN -> ENGLISH.getOrDefault(sign, "");
            case ES -> SPANISH.getOrDefault(sign, "");
        };
    }

    /** The same text with words in place of signs. */
    static String withoutSigns(String text, Language language) {
        return SIGN.matcher(text).replaceAll(sign -> " " + sign(sign.group(), language) + " ");
    }

    /** One form for all ways to write it. */
    private static String normal(String digits) {
        if (digits.indexOf(':') >= 0) {
            return withoutLeadingZeros(digits);
        }
        if (THOUSANDS.matcher(digits).matches()) {
            int decimals = decimals(digits);
            String whole = decimals < 0 ? digits : digits.substring(0, decimals);
            return withDecimals(whole.replaceAll("\\D", ""), decimals < 0 ? "" : digits.substring(decimals + 1));
        }
        int mark = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        boolean isOnlyMark = mark >= 0 && digits.replaceAll("\\d", "").length() == 1;
        return isOnlyMark
                ? withDecimals(digits.substring(0, mark), digits.substring(mark + 1))
                : withoutLeadingZeros(digits);
    }

    /** Where the decimals of a number with marks between its thousands begin; -1 where it has none. */
    private static int decimals(String digits) {
        char thousands = digits.replaceAll("\\d", "").charAt(0);
        int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        return last >= 0 && digits.charAt(last) != thousands ? last : -1;
    }

    private static String withDecimals(String whole, String decimals) {
        String kept = decimals.replaceAll("0+$", "");
        return withoutLeadingZeros(whole) + (kept.isEmpty() ? "" : "." + kept);
    }

    private static String withoutLeadingZeros(String digits) {
        return digits.replaceFirst("^0+(?=\\d)", "");
    }

    private static void spelled(String text, Language language, List<Figure> figures) {
        Matcher words = WORD.matcher(text);
        int tens = 0;
        int end = -1;
        while (words.find()) {
            int value = NumberWords.value(words.group(), language);
            boolean joins = tens > 0 && NumberWords.joins(text.substring(end, words.start()), language);
            if (value > 0 && value < TEN && joins) {
                figures.removeLast();
                value += tens;
            }
            if (value > 0) {
                figures.add(new Figure(Integer.toString(value), unit(text, words.start(), words.end(), language)));
            }
            boolean isJoint = NumberWords.isJoint(words.group(), language) && tens > 0;
            if (!isJoint) {
                tens = value >= 2 * TEN && value < TEN * TEN && value % TEN == 0 ? value : 0;
                end = words.end();
            }
        }
    }
}
