/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Now and then a task goes to a worker of which too little is known, or nothing new. Pure. */
final class Trials {

    static final double SHARE = 0.05;
    /** With fewer tasks measured than this a worker is new in its model. */
    static final int FEW_SAMPLES = 5;
    /** Whoever has had no task for so long is tried anew. */
    static final Duration LONG_REST = Duration.ofMinutes(30);
    /** Below this availability nobody is tried: failing is no way to be given more. */
    static final double LEAST_AVAILABILITY = 0.5;

    private Trials() {}

    /**
     * Empty most of the time, or when there is nobody to try.
     *
     * @param byRest seats in the order {@link Seat#LONGEST_RESTING}
     * @param barred those that must not have the task
     * @param now epoch milliseconds
     */
    static Optional<Seat> draw(SeatRow byRest, Predicate<Seat> barred, long now, RandomGenerator random) {
        if (random.nextDouble() >= SHARE) {
            return Optional.empty();
        }
        long latest = now - LONG_REST.toMillis();
        int candidates = byRest.leading(seat -> seat.restingSince() <= latest);
        return candidates == 0 ? Optional.empty() : pick(byRest, candidates, barred, random);
    }

    /** From a place by chance, onward to the first that may: exact enough for so few that may not. */
    private static Optional<Seat> pick(SeatRow byRest, int candidates, Predicate<Seat> barred, RandomGenerator random) {
        int first = random.nextInt(candidates);
        for (int i = 0; i < candidates; i++) {
            Seat seat = byRest.get((first + i) % candidates);
            if (!barred.test(seat)) {
                return Optional.of(seat);
            }
        }
        return Optional.empty();
    }
}
