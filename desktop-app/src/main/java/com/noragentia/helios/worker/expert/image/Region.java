/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Touching pixels that look like text. Keeps what its outline needs: the first and last of each row. Not thread-safe. */
final class Region {

    private final Map<Integer, Span> rows = new TreeMap<>();
    private double sum;
    private int pixels;

    void add(int x, int y, float probability) {
        rows.merge(y, new Span(x, x), Span::and);
        sum += probability;
        pixels++;
    }

    /** Mean probability of its pixels. */
    double score() {
        return sum / pixels;
    }

    int pixels() {
        return pixels;
    }

    /** The centres of its outermost pixels. */
    List<Point> outline() {
        return rows.entrySet().stream()
                .flatMap(row -> Stream.of(
                        new Point(row.getValue().first() + 0.5, row.getKey() + 0.5),
                        new Point(row.getValue().last() + 0.5, row.getKey() + 0.5)))
                .toList();
    }

    private record Span(int first, int last) {

        Span and(Span other) {
            return new Span(Math.min(first, other.first), Math.max(last, other.last));
        }
    }
}
