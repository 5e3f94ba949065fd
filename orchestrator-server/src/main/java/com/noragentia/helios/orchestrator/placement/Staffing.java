/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.placement;

import java.util.HashMap;
import java.util.Map;

/**
 * How many workers each model should have: square-root staffing n* = a + β√(a + 0.5) (Halfin and Whitt 1981) with one β for all, which
 * hands out every worker; in proportion to the demand where that is more than the workers can do.
 */
final class Staffing {

    private static final double OVERLOADED = 0.98;
    private static final double SMOOTHING = 0.5;
    private static final double LEAST = 1;

    private Staffing() {}

    /**
     * The target of each model, at least one.
     *
     * @param demand reference seconds a second
     * @param workers who could do them
     */
    static Map<String, Double> targets(Map<String, Double> demand, int workers) {
        double asked = demand.values().stream().mapToDouble(a -> a).sum();
        double roots = demand.values().stream().mapToDouble(Staffing::root).sum();
        double beta = (workers - asked) / roots;
        Map<String, Double> targets = new HashMap<>();
        demand.forEach((model, a) -> {
            double target = asked >= OVERLOADED * workers ? workers * a / asked : a + beta * root(a);
            targets.put(model, Math.max(LEAST, target));
        });
        return targets;
    }

    private static double root(double a) {
        return Math.sqrt(a + SMOOTHING);
    }
}
