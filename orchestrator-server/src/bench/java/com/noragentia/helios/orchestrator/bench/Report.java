/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import com.noragentia.helios.protocol.wire.JsonCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures, in the order they were found. */
final class Report {

    private record Figure(String key, String label, String unit, Rounds rounds) {}

    private final List<Figure> figures = new ArrayList<>();

    void add(String key, String label, String unit, Rounds rounds) {
        figures.add(new Figure(key, label, unit, rounds));
        System.err.printf(Locale.ROOT, "  %s%n", line(figures.getLast()));
    }

    String table() {
        StringBuilder table = new StringBuilder();
        table.append(String.format(Locale.ROOT, "%-84s %11s   %s%n", "what", "median", "(least - most of the rounds)"));
        figures.forEach(figure -> table.append(line(figure)).append(System.lineSeparator()));
        return table.toString();
    }

    private static String line(Figure figure) {
        Rounds rounds = figure.rounds();
        return String.format(
                Locale.ROOT,
                "%-84s %s %-9s (%s - %s)",
                figure.label(),
                number(rounds.median()),
                figure.unit(),
                number(rounds.least()).strip(),
                number(rounds.most()).strip());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%10.0f" : "%10.2f", value);
    }

    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Figure figure : figures) {
            all.put(
                    figure.key(),
                    Map.of(
                            "unit", figure.unit(),
                            "median", figure.rounds().median(),
                            "rounds", figure.rounds().values()));
        }
        return JsonCodec.encodeToString(all);
    }
}
