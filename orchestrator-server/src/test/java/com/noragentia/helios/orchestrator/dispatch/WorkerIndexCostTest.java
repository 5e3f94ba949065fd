/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkerIndexCostTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 15;
    private static final int CYCLES = 4_000;

    /**
     * Were everybody looked at, the ratio would be six and more. What remains of growth is more paces to compare, and memory further away.
     */
    @Test
    void a_choice_among_two_thousand_costs_about_as_much_as_among_two_hundred() {
        MatchTrial few = populated(200);
        MatchTrial many = populated(2_000);
        long bestOfFew = Long.MAX_VALUE;
        long bestOfMany = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            bestOfFew = Math.min(bestOfFew, nanos(few, "asker"));
            bestOfMany = Math.min(bestOfMany, nanos(many, "asker"));
        }
        assertThat((double) bestOfMany / bestOfFew).isLessThan(4);
    }

    /** One in five workers is kin of who asks. */
    @Test
    void a_family_among_the_workers_costs_little() {
        MatchTrial strangers = populated(1_000);
        MatchTrial families = populated(1_000);
        for (int i = 0; i < 200; i++) {
            families.known("w" + i, "family " + i, 400, 20);
            strangers.known("w" + i, 400, 20);
        }
        long bestOfStrangers = Long.MAX_VALUE;
        long bestOfFamilies = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            bestOfStrangers = Math.min(bestOfStrangers, nanos(strangers, "asker"));
            bestOfFamilies = Math.min(bestOfFamilies, nanos(families, "family asker"));
        }
        assertThat((double) bestOfFamilies / bestOfStrangers).isLessThan(3);
    }

    private static MatchTrial populated(int workers) {
        MatchTrial trial = new MatchTrial(7);
        for (int i = 0; i < workers; i++) {
            double strength = Math.pow(2, trial.random.nextGaussian());
            trial.known("w" + i, 400 * strength, 20 * strength * Math.pow(2, 0.3 * trial.random.nextGaussian()));
        }
        return trial;
    }

    /** A task is given, and ended while the next is given. In processor time: the clock also counts what else runs on this computer. */
    private static long nanos(MatchTrial trial, String asker) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < CYCLES; i++) {
            Choice.Chosen chosen = (Choice.Chosen) trial.choose(asker, MatchTrial.WORK, Optional.empty());
            String device = chosen.worker().device();
            trial.busy(device, "lease", chosen.workMillis());
            trial.index.ended(device, "lease", trial.now);
        }
        return THREADS.getCurrentThreadCpuTime() - start;
    }
}
