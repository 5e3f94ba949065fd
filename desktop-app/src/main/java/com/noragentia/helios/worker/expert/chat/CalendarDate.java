/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import com.noragentia.helios.protocol.task.Language;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people write and read them. */
final class CalendarDate {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|º)?(?: of| de)? (\\p{L}{3,10})(?:,? (?:del? )?(\\d{4}))?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\p{L}{3,10}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?");

    private CalendarDate() {}

    /**
     * Reads a date; one without a year is in the year of {@code today}.
     *
     * @return empty if the text is no date, or a day and month that could be swapped
     * @throws DateTimeException if there is no such day
     */
    static Optional<LocalDate> read(String text, Language language, LocalDate today) {
        String plain = text.strip().replaceFirst("^(?:the|el) ", "");
        return switch (plain) {
            case "today", "hoy", "now" -> Optional.of(today);
            case "tomorrow", "mañana" -> Optional.of(today.plusDays(1));
            case "yesterday", "ayer" -> Optional.of(today.minusDays(1));
            default -> readWritten(plain, language, today);
        };
    }

    private static Optional<LocalDate> readWritten(String text, Language language, LocalDate today) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
        }
        Matcher slashed = SLASHED.matcher(text);
        if (slashed.matches()) {
            return readSlashed(slashed, language);
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return month(dayFirst.group(2), language)
                    .map(month -> LocalDate.of(year(dayFirst, today), month, number(dayFirst, 1)));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        if (monthFirst.matches()) {
            return month(monthFirst.group(1), language)
                    .map(month -> LocalDate.of(year(monthFirst, today), month, number(monthFirst, 2)));
        }
        return Optional.empty();
    }

    /** Day first in Spanish; in English only where one order is possible. */
    private static Optional<LocalDate> readSlashed(Matcher slashed, Language language) {
        int one = number(slashed, 1);
        int two = number(slashed, 2);
        int year = number(slashed, 3);
        return switch (language) {
            case ES -> Optional.of(LocalDate.of(year, two, one));
            case EN -> {
                if (one > 12) {
                    yield Optional.of(LocalDate.of(year, two, one));
                }
                yield two > 12 || one == two ? Optional.of(LocalDate.of(year, one, two)) : Optional.empty();
            }
        };
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static int year(Matcher match, LocalDate today) {
        return match.group(3) == null ? today.getYear() : number(match, 3);
    }

    private static Optional<Month> month(String name, Language language) {
        String plain = withoutAccents(name);
        return Arrays.stream(Month.values())
                .filter(month -> {
                    String full = month.getDisplayName(TextStyle.FULL, language.locale())
                            .toLowerCase(language.locale());
                    return full.equals(plain) || (plain.length() == 3 && full.startsWith(plain));
                })
                .findFirst();
    }

    private static String withoutAccents(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    /** With its weekday. */
    static String full(LocalDate date, Language language) {
        return weekday(date, language) + ", " + plain(date, language);
    }

    static String plain(LocalDate date, Language language) {
        String pattern = switch (language) {
            case EN -> "d MMMM y";
            case ES -> "d 'de' MMMM 'de' y";
        };
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(date);
    }

    static String weekday(LocalDate date, Language language) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, language.locale());
    }
}
