/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Two groups of lines with a gap between them from top to bottom; either may hold columns itself. */
record Columns(List<Slab> left, List<Slab> right) {

    private static final int MIN_LINES_OF_PROSE = 3;

    /** Lines of prose are at least so many times as wide as high; the cells of a table rarely are. */
    private static final double MIN_SHAPE_OF_PROSE = 7;

    /** The columns on both sides of the widest gap, which must be as wide as the lines are high. */
    static Optional<Columns> in(List<List<Slab>> rows) {
        List<Slab> rightwards = rows.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(Slab::left))
                .toList();
        double reached = Double.NEGATIVE_INFINITY;
        double widest = median(rightwards.stream().map(Slab::height).toList());
        int cut = 0;
        for (int i = 0; i < rightwards.size(); i++) {
            if (i > 0 && rightwards.get(i).left() - reached > widest) {
                widest = rightwards.get(i).left() - reached;
                cut = i;
            }
            reached = Math.max(reached, rightwards.get(i).right());
        }
        return cut == 0
                ? Optional.empty()
                : Optional.of(new Columns(rightwards.subList(0, cut), rightwards.subList(cut, rightwards.size())));
    }

    /** Whether both hold running text, to be read one after the other; otherwise they are a table, read row by row. */
    boolean areProse() {
        return isProse(left) && isProse(right);
    }

    private static boolean isProse(List<Slab> lines) {
        return lines.size() >= MIN_LINES_OF_PROSE
                && median(lines.stream()
                                .map(line -> line.width() / line.height())
                                .toList())
                        >= MIN_SHAPE_OF_PROSE;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        sorted.sort(Comparator.naturalOrder());
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}
