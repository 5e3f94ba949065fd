/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses sentences that are central to all and unlike each other: maximal marginal relevance, Carbonell and Goldstein, SIGIR 1998. Immutable.
 */
final class MarginalRelevance {

    /** How much being central counts against being new, 0 to 1. */
    private static final double CENTRALITY_SHARE = 0.85;

    private final List<float[]> meanings;
    private final double[] centrality;

    /** @param meanings the vectors of all sentences, of length one */
    MarginalRelevance(List<float[]> meanings) {
        this.meanings = List.copyOf(meanings);
        centrality = centrality(meanings);
    }

    /** The mean likeness of each sentence to all. */
    private static double[] centrality(List<float[]> meanings) {
        double[] centrality = new double[meanings.size()];
        for (int i = 0; i < centrality.length; i++) {
            float[] one = meanings.get(i);
            centrality[i] = meanings.stream()
                    .mapToDouble(other -> SentenceVectors.likeness(one, other))
                    .average()
                    .orElse(0);
        }
        return centrality;
    }

    /** How central a sentence is, -1 to 1. */
    double centrality(int sentence) {
        return centrality[sentence];
    }

    /**
     * The places of {@code wanted} sentences, fewer where there are no more, in the order in which they were chosen.
     *
     * @param given places of sentences that are chosen already; they come first and count
     */
    List<Integer> choose(List<Integer> given, int wanted) {
        List<Integer> chosen = new ArrayList<>(given);
        while (chosen.size() < Math.min(wanted, meanings.size())) {
            int best = -1;
            double bestScore = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < meanings.size(); i++) {
                double score =
                        CENTRALITY_SHARE * centrality[i] - (1 - CENTRALITY_SHARE) * closest(meanings.get(i), chosen);
                if (!chosen.contains(i) && score > bestScore) {
                    best = i;
                    bestScore = score;
                }
            }
            chosen.add(best);
        }
        return chosen;
    }

    private double closest(float[] meaning, List<Integer> chosen) {
        return chosen.stream()
                .mapToDouble(i -> SentenceVectors.likeness(meaning, meanings.get(i)))
                .max()
                .orElse(0);
    }
}
