/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws that the queue's Javadoc states, under random arrivals, costs and weights. */
class FairnessBoundTest {

    private static final int STEPS = 600;

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    /** Members leave and come back; only stretches in which both wait throughout count. */
    @ParameterizedTest
    @MethodSource("seeds")
    void two_who_wait_are_served_alike_up_to_one_ticket_each(long seed) {
        RandomGenerator random = new Random(seed);
        FairTrial trial = new FairTrial(random, 2 + random.nextInt(8));
        Map<String, Stretch> stretches = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            for (int i = random.nextInt(3); i > 0; i--) {
                trial.arrive(trial.anyMember());
            }
            if (trial.queue.size() > 0) {
                trial.takeOne();
            }
            compareAll(trial, stretches);
        }
    }

    private static void compareAll(FairTrial trial, Map<String, Stretch> stretches) {
        for (String one : trial.weights.keySet()) {
            for (String other : trial.weights.keySet()) {
                if (one.compareTo(other) < 0) {
                    compare(trial, one, other, stretches);
                }
            }
        }
    }

    private static void compare(FairTrial trial, String one, String other, Map<String, Stretch> stretches) {
        String pair = one + " and " + other;
        if (trial.queue.firstOf(one).isEmpty() || trial.queue.firstOf(other).isEmpty()) {
            stretches.remove(pair);
            return;
        }
        double lead = trial.served.getOrDefault(one, 0.0) - trial.served.getOrDefault(other, 0.0);
        Stretch stretch = stretches.merge(pair, new Stretch(lead, lead), Stretch::with);
        double bound = FairTrial.LARGEST_COST / trial.weight(one) + FairTrial.LARGEST_COST / trial.weight(other);
        assertThat(stretch.most() - stretch.least()).as(pair).isLessThanOrEqualTo(bound + FairTrial.TOLERANCE);
    }

    /** How far one was ahead of the other, at least and at most. */
    private record Stretch(double least, double most) {

        Stretch with(Stretch later) {
            return new Stretch(Math.min(least, later.least), Math.max(most, later.most));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nobody_starves(long seed) {
        RandomGenerator random = new Random(seed);
        FairTrial trial = new FairTrial(random, 2 + random.nextInt(8));
        List<Wait> waits = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            for (int i = random.nextInt(3); i > 0; i--) {
                Ticket ticket = trial.arrive(trial.anyMember());
                waits.add(new Wait(ticket, trial.ahead(ticket), Map.copyOf(trial.served)));
            }
            if (trial.queue.size() > 0) {
                Ticket taken = trial.takeOne();
                waits.removeIf(wait -> wait.ticket().equals(taken));
                waits.forEach(wait -> wait.check(trial));
            }
        }
        while (trial.queue.size() > 0) {
            trial.takeOne();
        }
    }

    /** A ticket that waits, how far its start tag was ahead when it came, and what all had been served by then. */
    private record Wait(Ticket ticket, double ahead, Map<String, Double> before) {

        void check(FairTrial trial) {
            trial.weights.keySet().stream()
                    .filter(other -> !other.equals(ticket.member()))
                    .forEach(other -> {
                        double meanwhile = trial.served.getOrDefault(other, 0.0) - before.getOrDefault(other, 0.0);
                        assertThat(meanwhile * trial.weight(other))
                                .isLessThanOrEqualTo(
                                        ahead * trial.weight(other) + FairTrial.LARGEST_COST + FairTrial.TOLERANCE);
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thousands_of_tickets_delay_another_s_first_by_one_at_most(long seed) {
        RandomGenerator random = new Random(seed);
        FairTrial trial = new FairTrial(random, 3);
        for (int i = 0; i < 3_000; i++) {
            trial.arrive("m0");
        }
        for (int i = random.nextInt(300); i > 0; i--) {
            trial.takeOne();
        }
        Ticket first = trial.arrive("m1");

        assertThat(trial.queue.ahead(first.task())).isLessThanOrEqualTo(1);
        Ticket next = trial.takeOne();
        assertThat(next.equals(first) || trial.takeOne().equals(first)).isTrue();
    }
}
