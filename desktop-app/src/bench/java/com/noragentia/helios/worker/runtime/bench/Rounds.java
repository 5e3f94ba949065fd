/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import java.util.Arrays;
import java.util.List;

/** What the rounds of one measurement gave, in the order they were taken. Immutable. */
public record Rounds(List<Double> values) {

    public Rounds {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no round");
        }
    }

    public static Rounds of(double... values) {
        return new Rounds(Arrays.stream(values).boxed().toList());
    }

    /** Each round divided by the one of the other that was taken beside it. */
    public Rounds over(Rounds other) {
        double[] ratios = new double[values.size()];
        Arrays.setAll(ratios, i -> values.get(i) / other.values.get(i));
        return of(ratios);
    }

    public Rounds times(double factor) {
        return of(values.stream().mapToDouble(value -> value * factor).toArray());
    }

    public double median() {
        List<Double> ascending = values.stream().sorted().toList();
        int middle = ascending.size() / 2;
        return ascending.size() % 2 == 1
                ? ascending.get(middle)
                : (ascending.get(middle - 1) + ascending.get(middle)) / 2;
    }

    public double least() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    public double most() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
