/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import com.noragentia.helios.protocol.wire.JsonCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, in the order it was found. Each figure is said on standard error at once. Not thread-safe. */
public final class Figures {

    private record Figure(String key, String label, String unit, Rounds rounds, Aim aim) {}

    private final List<Figure> figures = new ArrayList<>();

    /** Adds one; the key is the name that programs find it by. */
    public void add(String key, String label, String unit, Rounds rounds, Aim aim) {
        figures.add(new Figure(key, label, unit, rounds, aim));
        System.err.println("  " + line(figures.getLast()).stripTrailing());
    }

    public void add(String key, String label, String unit, Rounds rounds) {
        add(key, label, unit, rounds, Aim.NONE);
    }

    public String table() {
        StringBuilder table = new StringBuilder();
        table.append(
                String.format(Locale.ROOT, "%-72s %10s            (least - most of the rounds)%n", "what", "median"));
        figures.forEach(figure -> table.append(line(figure).stripTrailing()).append(System.lineSeparator()));
        return table.toString();
    }

    public String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Figure figure : figures) {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("unit", figure.unit());
            said.put("median", figure.rounds().median());
            said.put("rounds", figure.rounds().values());
            String judged = figure.aim().judge(figure.rounds().median());
            if (!judged.isEmpty()) {
                said.put("aim", judged);
            }
            all.put(figure.key(), said);
        }
        return JsonCodec.encodeToString(all);
    }

    /** Which aims were missed, in words. */
    public String verdict() {
        List<Figure> judged = figures.stream()
                .filter(figure -> !figure.aim().equals(Aim.NONE))
                .toList();
        List<String> missed = judged.stream()
                .filter(figure -> figure.aim().isMissed(figure.rounds().median()))
                .map(Figure::label)
                .toList();
        return missed.isEmpty()
                ? "All %d aims are reached.".formatted(judged.size())
                : "%d of %d aims MISSED: %s. (Exit code 0 says only that all was measured.)"
                        .formatted(missed.size(), judged.size(), String.join("; ", missed));
    }

    private static String line(Figure figure) {
        Rounds rounds = figure.rounds();
        return String.format(
                Locale.ROOT,
                "%-72s %10s %-9s (%s - %s)  %s",
                figure.label(),
                number(rounds.median()),
                figure.unit(),
                number(rounds.least()),
                number(rounds.most()),
                figure.aim().judge(rounds.median()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.2f", value);
    }
}
