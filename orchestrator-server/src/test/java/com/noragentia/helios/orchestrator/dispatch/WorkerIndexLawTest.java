/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule of trust.md §3.6 against a plain calculation over everybody. */
class WorkerIndexLawTest {

    private static final double ROUNDING = 1 + 1e-9;

    /** What each worker is, as the test made it. */
    private record Made(double prefill, double decode, double queueMillis) {

        double exactMillis(Work work) {
            return queueMillis + 1_000 * (work.promptTokens() / prefill + work.outputTokens() / decode);
        }

        double steppedMillis(Work work) {
            return new Made(stepped(prefill), stepped(decode), queueMillis).exactMillis(work);
        }

        private static double stepped(double perSecond) {
            return Math.pow(2, Math.round(4 * Math.log(perSecond) / Math.log(2)) / 4.0);
        }
    }

    private final Map<String, Made> made = new TreeMap<>();

    private void populate(MatchTrial trial, int workers, double octaves) {
        for (int i = 0; i < workers; i++) {
            String device = "w" + i;
            double prefill = Math.round(1_000 * 100 * Math.pow(2, octaves * trial.random.nextDouble())) / 1_000.0;
            double decode = Math.round(1_000 * 5 * Math.pow(2, octaves * trial.random.nextDouble())) / 1_000.0;
            double queue = trial.random.nextInt(3) == 0 ? 1_000 + trial.random.nextInt(20_000) : 0;
            trial.known(device, prefill, decode);
            if (queue > 0) {
                trial.busy(device, "lease", queue);
            }
            made.put(device, new Made(prefill, decode, queue));
        }
    }

    private Set<String> goodEnough(Work work, Set<String> barred) {
        double[] all = made.entrySet().stream()
                .filter(entry -> !barred.contains(entry.getKey()))
                .mapToDouble(entry -> entry.getValue().steppedMillis(work))
                .sorted()
                .toArray();
        double limit = Math.max(1.5 * all[0], all[Math.min(8, all.length) - 1]) * ROUNDING;
        return made.entrySet().stream()
                .filter(entry -> !barred.contains(entry.getKey()))
                .filter(entry -> entry.getValue().steppedMillis(work) <= limit)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void exactly_those_are_chosen_that_are_good_enough(long seed) {
        MatchTrial trial = new MatchTrial(seed);
        populate(trial, 1 + trial.random.nextInt(60), trial.random.nextDouble() * 4);
        for (int i = 0; i < 5; i++) {
            Work work = new Work(trial.random.nextInt(4_000), 1 + trial.random.nextInt(1_000));
            String[] barred = made.size() > 3 ? new String[] {"w0", "w2", "elsewhere"} : new String[0];
            Map<String, Integer> counts = trial.chosenIn(2_000, work, barred);
            assertThat(new TreeSet<>(counts.keySet())).isEqualTo(goodEnough(work, Set.of(barred)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void the_steps_of_speed_cost_at_most_one_step(long seed) {
        MatchTrial trial = new MatchTrial(seed);
        populate(trial, 200, 3);
        double[] exact = made.values().stream()
                .mapToDouble(worker -> worker.exactMillis(MatchTrial.WORK))
                .sorted()
                .toArray();
        double limit = Math.max(1.5 * exact[0], exact[7]) * Pace.STEP * ROUNDING;
        Set<String> chosen = trial.chosenIn(2_000, MatchTrial.WORK).keySet();
        assertThat(made.entrySet())
                .filteredOn(entry -> chosen.contains(entry.getKey()))
                .isNotEmpty()
                .allMatch(entry -> entry.getValue().exactMillis(MatchTrial.WORK) <= limit);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void each_of_them_has_the_same_chance(long seed) {
        MatchTrial trial = new MatchTrial(seed);
        populate(trial, 80, 2);
        int candidates = goodEnough(MatchTrial.WORK, Set.of("w1")).size();
        int draws = 1_000 * candidates;
        Map<String, Integer> counts = trial.chosenIn(draws, MatchTrial.WORK, "w1");
        double expected = (double) draws / candidates;
        double chiSquared = counts.values().stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertThat(counts).hasSize(candidates);
        assertThat(chiSquared).isLessThan(upperPermille(candidates - 1));
    }

    /** The value that chi squared passes once in a thousand times: Wilson and Hilferty 1931. */
    private static double upperPermille(int degrees) {
        double part = 2.0 / (9 * degrees);
        return degrees * Math.pow(1 - part + 3.0902 * Math.sqrt(part), 3);
    }

    @Test
    void of_two_thousand_alike_everybody_is_in_the_draw() {
        MatchTrial trial = new MatchTrial(41);
        for (int i = 0; i < 2_000; i++) {
            trial.known("w" + i, 100, 10);
        }
        assertThat(trial.chosenIn(30_000, MatchTrial.WORK)).hasSize(2_000);
    }
}
