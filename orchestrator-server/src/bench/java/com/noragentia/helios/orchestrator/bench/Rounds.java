/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import java.util.Arrays;
import java.util.List;

/** What the rounds of one measurement gave, in ascending order. Immutable. */
record Rounds(List<Double> values) {

    Rounds {
        values = values.stream().sorted().toList();
    }

    static Rounds of(double... values) {
        return new Rounds(Arrays.stream(values).boxed().toList());
    }

    /** Each of ours divided by the one taken beside it. */
    static Rounds ratio(double[] ours, double[] beside) {
        double[] ratios = new double[ours.length];
        Arrays.setAll(ratios, i -> ours[i] / beside[i]);
        return of(ratios);
    }

    double median() {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        int middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    double least() {
        return values.isEmpty() ? Double.NaN : values.getFirst();
    }

    double most() {
        return values.isEmpty() ? Double.NaN : values.getLast();
    }

    /** The value below which the part {@code quantile} of an ascending array lies (nearest rank); NaN of none. */
    static double quantile(double[] ascending, double quantile) {
        if (ascending.length == 0) {
            return Double.NaN;
        }
        return ascending[Math.min(ascending.length - 1, (int) Math.ceil(quantile * ascending.length) - 1)];
    }
}
