/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each requester's tasks should fall on each owner if only chance and how much each asks and works decided, and nobody could be
 * served by themselves: the model of quasi-independence (Goodman 1968), e = a·b off the diagonal, with the sums of rows and columns as
 * observed, found by iterative proportional fitting. Without the empty diagonal in mind, whoever asks much would seem to work little.
 */
final class QuasiIndependence {

    /** Each halves the error or better; far fewer are enough for what is counted here. */
    private static final int ITERATIONS = 50;

    private final Map<String, Double> asking;
    private final Map<String, Double> working;

    private QuasiIndependence(Map<String, Double> asking, Map<String, Double> working) {
        this.asking = asking;
        this.working = working;
    }

    /** The model that fits a day. */
    static QuasiIndependence fitting(Collection<PairDay> day) {
        Map<String, Double> asked = new HashMap<>();
        Map<String, Double> answered = new HashMap<>();
        for (PairDay pair : day) {
            asked.merge(pair.requester(), (double) pair.tasks(), Double::sum);
            answered.merge(pair.owner(), (double) pair.tasks(), Double::sum);
        }
        Map<String, Double> working = answered;
        Map<String, Double> asking = fit(asked, working);
        for (int i = 0; i < ITERATIONS; i++) {
            working = fit(answered, asking);
            asking = fit(asked, working);
        }
        return new QuasiIndependence(asking, working);
    }

    /** Factors of one side, so that with those of the other its sums are as observed. */
    private static Map<String, Double> fit(Map<String, Double> observed, Map<String, Double> others) {
        double sum = others.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> factors = new HashMap<>();
        observed.forEach((member, count) -> factors.put(member, count / (sum - others.getOrDefault(member, 0.0))));
        return factors;
    }

    /** The mean number of tasks of two different members, both of whom had a part in that day. */
    double expected(String requester, String owner) {
        return asking.getOrDefault(requester, 0.0) * working.getOrDefault(owner, 0.0);
    }
}
