/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.List;
import java.util.random.RandomGenerator;

/** Asks what every chat model can answer: small sums, units, and what an attached notice says. */
final class ChatKind implements CanaryKind {

    /** One in so many comes with a file. */
    private static final int WITH_FILE = 4;

    private final NoticeKind notices;

    ChatKind(NoticeKind notices) {
        this.notices = notices;
    }

    @Override
    public Canary draw(RandomGenerator random, CanaryFiles files) {
        if (random.nextInt(WITH_FILE) == 0) {
            return notices.inChat(random, files);
        }
        Language language = Facts.oneOf(List.of(Language.values()), random);
        return random.nextBoolean() ? sum(language, random) : units(language, random);
    }

    private static Canary sum(Language language, RandomGenerator random) {
        int a = random.nextInt(112, 990);
        int b = random.nextInt(13, 109);
        int percent = random.nextInt(1, 20);
        boolean english = language == Language.EN;
        return switch (random.nextInt(4)) {
            case 0 -> asks(language, a + (english ? " plus " : " más ") + b, (long) a + b);
            case 1 -> asks(language, a + (english ? " minus " : " menos ") + b, (long) a - b);
            case 2 -> asks(language, b + (english ? " times " : " por ") + percent, (long) b * percent);
            default ->
                asks(
                        language,
                        (english ? "" : "el ") + 5 * percent + (english ? "% of " : "% de ") + 20 * b,
                        (long) percent * b);
        };
    }

    private static Canary asks(Language language, String calculation, long result) {
        String question = language == Language.EN ? "What is " + calculation + "?" : "¿Cuánto es " + calculation + "?";
        return new Canary(chat(language, question), new KnownNumber(result));
    }

    private static Canary units(Language language, RandomGenerator random) {
        Units units = Facts.oneOf(List.of(Units.values()), random);
        int amount = random.nextInt(2, 190);
        return new Canary(
                chat(language, units.question(language, amount)), new KnownNumber((long) amount * units.factor()));
    }

    private static TaskInput chat(Language language, String question) {
        return new TaskInput.Chat(language, question, List.of(), List.of());
    }

    /** A larger unit and how many smaller ones it has. */
    private enum Units {
        KILOGRAM(1_000, "kilograms", "grams", "kilogramos", "gramos"),
        TONNE(1_000, "tonnes", "kilograms", "toneladas", "kilogramos"),
        KILOMETRE(1_000, "kilometres", "metres", "kilómetros", "metros"),
        METRE(100, "metres", "centimetres", "metros", "centímetros"),
        LITRE(1_000, "litres", "millilitres", "litros", "mililitros"),
        HOUR(60, "hours", "minutes", "horas", "minutos"),
        MINUTE(60, "minutes", "seconds", "minutos", "segundos"),
        DAY(24, "days", "hours", "días", "horas"),
        WEEK(7, "weeks", "days", "semanas", "días");

        private final int factor;
        private final List<String> english;
        private final List<String> spanish;

        Units(int factor, String large, String small, String grande, String chico) {
            this.factor = factor;
            this.english = List.of(large, small);
            this.spanish = List.of(grande, chico);
        }

        int factor() {
            return factor;
        }

        String question(Language language, int amount) {
            return switch (language) {
                case EN -> "How many " + english.get(1) + " are " + amount + " " + english.get(0) + "?";
                case ES -> "¿Cuántos " + spanish.get(1) + " son " + amount + " " + spanish.get(0) + "?";
            };
        }
    }
}
