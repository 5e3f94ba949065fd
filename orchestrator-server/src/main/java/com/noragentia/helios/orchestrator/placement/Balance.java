/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.placement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many workers each model has and how many it should have, kept up while moves are found. A worker that hosts several models counts
 * whole for each, since any of them may be its next task's. Not thread-safe.
 */
final class Balance {

    /** Models below this share of their target are helped. */
    static final double SHORT = 0.90;
    /** Models above this share of their target may give. */
    static final double PLENTY = 1.10;
    /** A half: one worker more must bring a model nearer to its target, not past it. */
    private static final double NEARER = 0.5;

    private final Map<String, Double> targets;
    private final Map<String, Integer> counts = new HashMap<>();

    Balance(Map<String, Double> targets, List<Host> hosts) {
        this.targets = targets;
        hosts.forEach(host -> host.models().keySet().forEach(model -> counts.merge(model, 1, Integer::sum)));
    }

    int count(String model) {
        return counts.getOrDefault(model, 0);
    }

    /** (n* − n) / n*; negative where there are more than enough. */
    double deficit(String model) {
        return deficit(model, count(model));
    }

    private double deficit(String model, int count) {
        double target = target(model);
        return (target - count) / target;
    }

    private double target(String model) {
        return targets.getOrDefault(model, 1.0);
    }

    boolean isShort(String model) {
        return count(model) < SHORT * target(model) && wantsMore(model);
    }

    boolean wantsMore(String model) {
        return count(model) == 0 || count(model) + NEARER <= target(model);
    }

    /**
     * Whether a model may lose a worker to another. Its last one never; for the first worker of a model that has none, any other; else only
     * from plenty, and only if it is better off afterwards than the receiver was before.
     */
    boolean mayGive(String giver, String receiver) {
        int left = count(giver) - 1;
        if (left < 1) {
            return false;
        }
        boolean isPlenty = count(giver) > PLENTY * target(giver);
        return count(receiver) == 0 || (isPlenty && deficit(giver, left) < deficit(receiver));
    }

    void moved(Move move) {
        counts.merge(move.host(), 1, Integer::sum);
        move.release().forEach(model -> counts.merge(model, -1, Integer::sum));
    }
}
