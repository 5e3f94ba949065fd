/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Headers and footers: the first or last line of a page that, numbers apart, more than half of the pages share. */
final class RunningLines {

    /** Below this a repeated line is as likely a title. */
    private static final int FEWEST_PAGES = 3;

    private RunningLines() {}

    /** The pages without their running lines. */
    static List<List<Line>> without(List<List<Line>> pages) {
        if (pages.size() < FEWEST_PAGES) {
            return pages;
        }
        Map<String, Long> tops = counts(pages, List::getFirst);
        Map<String, Long> bottoms = counts(pages, List::getLast);
        return pages.stream()
                .map(page -> without(page, tops, bottoms, pages.size()))
                .toList();
    }

    private static List<Line> without(List<Line> page, Map<String, Long> tops, Map<String, Long> bottoms, int pages) {
        List<Line> kept = new ArrayList<>(page);
        if (!kept.isEmpty() && runs(tops, kept.getFirst(), pages)) {
            kept.removeFirst();
        }
        if (!kept.isEmpty() && runs(bottoms, kept.getLast(), pages)) {
            kept.removeLast();
        }
        return kept;
    }

    private static boolean runs(Map<String, Long> counts, Line line, int pages) {
        long count = counts.getOrDefault(shape(line), 0L);
        return count >= FEWEST_PAGES && 2 * count > pages;
    }

    private static Map<String, Long> counts(List<List<Line>> pages, Function<List<Line>, Line> end) {
        Map<String, Long> counts = new HashMap<>();
        pages.stream()
                .filter(page -> !page.isEmpty())
                .map(end)
                .forEach(line -> counts.merge(shape(line), 1L, Long::sum));
        return counts;
    }

    private static String shape(Line line) {
        return line.text().replaceAll("\\d+", "#");
    }
}
