/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.placement;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Expert;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The placer in a simulated network, which checks cap, residency, memory and coverage at every tick by itself. */
class PlacementSimulationTest {

    private static final int WORKERS = 300;
    /** So much more than at rest is asked on a busy day: 84 % of what the workers can do. */
    private static final double BUSY = 2;
    /** The bound on thrash that this network promises; measured: 0.007. */
    private static final double LOADS_PER_WORKER_HOUR = 0.05;
    /** What the crowd adds to it. */
    private static final double CROWD = 0.45;
    /** Share of all workers that the demand keeps busy, at rest. */
    private static final Map<Expert, Double> REST = Map.of(
            Expert.CHAT, 0.20,
            Expert.DOCUMENT, 0.12,
            Expert.EMBEDDING, 0.03,
            Expert.IMAGE, 0.05,
            Expert.AUDIO, 0.02);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_flash_crowd_on_a_rare_model_is_followed_within_minutes(long seed) {
        SimulatedNetwork network = new SimulatedNetwork(seed, WORKERS);
        network.pass(Duration.ofHours(1), rates(REST));
        long before = network.hosting("audio");
        Map<Expert, Double> crowd = new EnumMap<>(REST);
        crowd.put(Expert.AUDIO, CROWD);
        Instant begin = network.now;
        double needed = CROWD * WORKERS;
        assertThat((double) before).isLessThan(needed);

        while (network.hosting("audio") < needed) {
            network.pass(Duration.ofSeconds(10), rates(crowd));
            assertThat(Duration.between(begin, network.now)).isLessThan(Duration.ofMinutes(5));
        }
        network.pass(Duration.ofMinutes(10), rates(crowd));
        assertThat(network.wait(Expert.AUDIO)).isLessThan(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noise_of_a_tenth_does_not_make_workers_load_models_all_the_time(long seed) {
        SimulatedNetwork network = new SimulatedNetwork(seed, WORKERS);
        for (int i = 0; i < 120; i++) {
            network.pass(Duration.ofSeconds(30), noisy(network));
        }
        network.loads = 0;
        int halfMinutes = 4 * 120;
        for (int i = 0; i < halfMinutes; i++) {
            network.pass(Duration.ofSeconds(30), noisy(network));
        }
        assertThat(network.loads / (4.0 * WORKERS)).as("loads per worker-hour").isLessThan(LOADS_PER_WORKER_HOUR);
    }

    private static Map<Expert, Double> noisy(SimulatedNetwork network) {
        Map<Expert, Double> rates = rates(REST);
        rates.replaceAll((_, rate) -> rate * BUSY * (0.9 + 0.2 * network.random.nextDouble()));
        return rates;
    }

    @Test
    void workers_come_and_go_and_no_model_is_left_alone() {
        SimulatedNetwork network = new SimulatedNetwork(7, WORKERS);
        for (int minute = 0; minute < 180; minute++) {
            for (int i = 0; i < 2; i++) {
                network.workers.remove(network.random.nextInt(network.workers.size()));
                network.join();
            }
            network.pass(Duration.ofMinutes(1), rates(REST));
        }
        assertThat(network.backlog(Expert.CHAT)).isLessThan(20);
    }

    private static Map<Expert, Double> rates(Map<Expert, Double> shares) {
        Map<Expert, Double> rates = new EnumMap<>(shares);
        rates.replaceAll((_, share) -> share * WORKERS / SimulatedNetwork.MEAN_SECONDS);
        return rates;
    }
}
