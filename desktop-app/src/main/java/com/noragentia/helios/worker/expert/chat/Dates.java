/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Language;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reckons with dates of the Gregorian calendar. Today is the clock's, and said in the answer. */
final class Dates implements Skill {

    private static final int LONGEST_QUESTION = 200;

    private final Clock clock;

    Dates(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Reply> reply(Inquiry inquiry) {
        String question = inquiry.plain();
        if (question.length() > LONGEST_QUESTION) {
            return Optional.empty();
        }
        Phrases phrases = Phrases.beside(Dates.class, "chat", inquiry.wanted());
        return DatePhrase.in(question)
                .flatMap(found -> said(found, inquiry, phrases))
                .map(text -> new Reply(text, AnswerOrigin.COMPUTED));
    }

    private Optional<String> said(DatePhrase.Found found, Inquiry inquiry, Phrases phrases) {
        LocalDate today = LocalDate.now(clock);
        Language wanted = inquiry.wanted();
        try {
            return switch (found.phrase()) {
                case TODAY ->
                    Optional.of(phrases.say(
                            "date.today",
                            CalendarDate.full(today, wanted),
                            clock.getZone().getId()));
                case BETWEEN ->
                    date(found.word("a", "c"), inquiry, today)
                            .flatMap(from -> date(found.word("b", "d"), inquiry, today)
                                    .map(to -> phrases.say(
                                            "date.between",
                                            CalendarDate.plain(from, wanted),
                                            CalendarDate.plain(to, wanted),
                                            Math.abs(ChronoUnit.DAYS.between(from, to)))));
                case LATER ->
                    Optional.of(
                            phrases.say("date.is", CalendarDate.full(today.plus(count(found), unit(found)), wanted)));
                case EARLIER ->
                    Optional.of(
                            phrases.say("date.is", CalendarDate.full(today.minus(count(found), unit(found)), wanted)));
                case UNTIL, SINCE ->
                    date(found.word("a", "c"), inquiry, today).map(date -> distance(date, today, wanted, phrases));
                case WEEKDAY ->
                    date(found.word("a", "c"), inquiry, today)
                            .map(date -> phrases.say(
                                    "date.weekday",
                                    CalendarDate.plain(date, wanted),
                                    CalendarDate.weekday(date, wanted)));
            };
        } catch (DateTimeException e) {
            return Optional.of(phrases.say("date.impossible"));
        }
    }

    private static Optional<LocalDate> date(String text, Inquiry inquiry, LocalDate today) {
        return CalendarDate.read(text, inquiry.spoken(), today);
    }

    private static String distance(LocalDate date, LocalDate today, Language wanted, Phrases phrases) {
        long days = ChronoUnit.DAYS.between(today, date);
        return phrases.say(
                days >= 0 ? "date.until" : "date.since",
                CalendarDate.plain(date, wanted),
                Math.abs(days),
                CalendarDate.plain(today, wanted));
    }

    private static long count(DatePhrase.Found found) {
        String written = found.word("n", "m");
        return Character.isDigit(written.charAt(0)) ? Long.parseLong(written) : 1;
    }

    private static ChronoUnit unit(DatePhrase.Found found) {
        return switch (found.word("unit", "unidad").charAt(0)) {
            case 'd' -> ChronoUnit.DAYS;
            case 'w', 's' -> ChronoUnit.WEEKS;
            case 'm' -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
        };
    }
}
