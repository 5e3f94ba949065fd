/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which people read what stands on a page: rows from top to bottom, each from left to right, columns of prose one after the
 * other. Works along the direction of the lines themselves, so that a page may be askew or upside down.
 */
final class ReadingOrder {

    private ReadingOrder() {}

    /** The lines in rows; what stands side by side is one row. */
    static List<List<ReadLine>> rows(List<ReadLine> lines) {
        Direction direction = Direction.of(lines);
        List<Slab> slabs = lines.stream().map(direction::slab).toList();
        return inOrder(slabs).stream()
                .map(row -> row.stream().map(Slab::line).toList())
                .toList();
    }

    private static List<List<Slab>> inOrder(List<Slab> slabs) {
        List<List<Slab>> rows = group(slabs);
        List<List<Slab>> ordered = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            int to = from + 1;
            while (to < rows.size() && Columns.in(rows.subList(from, to + 1)).isPresent()) {
                to++;
            }
            List<List<Slab>> block = rows.subList(from, to);
            Columns.in(block)
                    .filter(Columns::areProse)
                    .ifPresentOrElse(
                            columns -> {
                                ordered.addAll(inOrder(columns.left()));
                                ordered.addAll(inOrder(columns.right()));
                            },
                            () -> ordered.addAll(block));
            from = to;
        }
        return ordered;
    }

    /** What overlaps by more than half its height is in one row. */
    private static List<List<Slab>> group(List<Slab> slabs) {
        List<List<Slab>> rows = new ArrayList<>();
        List<Slab> downwards =
                slabs.stream().sorted(Comparator.comparingDouble(Slab::middle)).toList();
        for (Slab slab : downwards) {
            if (rows.isEmpty() || !rows.getLast().getFirst().isBeside(slab)) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(slab);
        }
        rows.forEach(row -> row.sort(Comparator.comparingDouble(Slab::left)));
        return rows;
    }

    /** The direction in which most of the text runs, as cosine and sine of its angle. */
    private record Direction(double cosine, double sine) {

        static Direction of(List<ReadLine> lines) {
            double x = lines.stream()
                    .mapToDouble(line ->
                            line.place().topRight().x() - line.place().topLeft().x())
                    .sum();
            double y = lines.stream()
                    .mapToDouble(line ->
                            line.place().topRight().y() - line.place().topLeft().y())
                    .sum();
            double length = Math.hypot(x, y);
            return length == 0 ? new Direction(1, 0) : new Direction(x / length, y / length);
        }

        Slab slab(ReadLine line) {
            Quad level = line.place().map(point -> point.turned(cosine, -sine));
            double x = level.xs().average().orElseThrow();
            double y = level.ys().average().orElseThrow();
            return new Slab(line, x - level.width() / 2, x + level.width() / 2, y, level.height());
        }
    }
}
