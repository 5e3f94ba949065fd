/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Of several texts, those that mean the same have vectors nearer to each other than to any of the rest.
 *
 * @param meanings for each text what it means: the same number for the same meaning
 */
record KnownLikeness(List<Integer> meanings) implements KnownAnswer {

    static final int LEAST_DIMENSIONS = 16;
    static final int MOST_DIMENSIONS = 8_192;
    private static final double LENGTH_TOLERANCE = 0.01;

    KnownLikeness {
        meanings = List.copyOf(meanings);
    }

    @Override
    public boolean isGivenBy(TaskOutput output) {
        return output instanceof TaskOutput.Embedding(List<float[]> vectors)
                && vectors.size() == meanings.size()
                && vectors.stream().noneMatch(Objects::isNull)
                && areUnits(vectors)
                && IntStream.range(0, meanings.size()).allMatch(i -> isNearestToItsLike(i, vectors));
    }

    private static boolean areUnits(List<float[]> vectors) {
        int dimensions = vectors.getFirst().length;
        return dimensions >= LEAST_DIMENSIONS
                && dimensions <= MOST_DIMENSIONS
                && vectors.stream()
                        .allMatch(vector -> vector.length == dimensions
                                && Math.abs(Math.sqrt(dot(vector, vector)) - 1) < LENGTH_TOLERANCE);
    }

    /** Written so that a likeness that is not a number fails. */
    private boolean isNearestToItsLike(int text, List<float[]> vectors) {
        int meaning = meanings.get(text);
        List<Integer> others = IntStream.range(0, meanings.size())
                .filter(i -> i != text)
                .boxed()
                .toList();
        return others.stream()
                .filter(like -> meanings.get(like) == meaning)
                .allMatch(like -> others.stream()
                        .filter(other -> meanings.get(other) != meaning)
                        .allMatch(other -> dot(vectors.get(text), vectors.get(like))
                                > dot(vectors.get(text), vectors.get(other))));
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
