/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Parts of one job, given away one after another. */
class SpreadPartsTest {

    private static final int DRAWS = 100;

    private final MatchTrial trial = new MatchTrial(3);

    @Test
    void no_worker_gets_a_second_part_while_another_that_may_has_none() {
        for (int i = 0; i < 4; i++) {
            trial.known("w" + i, 100, 10);
        }
        for (int round = 0; round < DRAWS; round++) {
            Map<String, Integer> parts = new HashMap<>();
            for (int part = 0; part < 8; part++) {
                parts.merge(give(parts, Set.of()), 1, Integer::sum);
                int fewest = parts.size() < 4
                        ? 0
                        : parts.values().stream().mapToInt(n -> n).min().orElseThrow();
                assertThat(parts.values()).as("part %d", part).allMatch(count -> count <= fewest + 1);
            }
            assertThat(parts)
                    .hasSize(4)
                    .allSatisfy((device, count) -> assertThat(count).isEqualTo(2));
        }
    }

    @Test
    void who_failed_a_part_stays_barred_from_it_however_few_it_has() {
        trial.known("failed", 100, 10);
        trial.known("busy with two", 100, 10);

        assertThat(give(Map.of("busy with two", 2), Set.of("failed"))).isEqualTo("busy with two");
    }

    @Test
    void a_device_without_parts_is_drawn_by_chance_among_its_like() {
        for (int i = 0; i < 4; i++) {
            trial.known("w" + i, 100, 10);
        }
        Map<String, Integer> drawn = new HashMap<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            drawn.merge(give(Map.of("w0", 1), Set.of()), 1, Integer::sum);
        }
        assertThat(drawn.keySet()).containsExactlyInAnyOrderElementsOf(List.of("w1", "w2", "w3"));
    }

    private String give(Map<String, Integer> parts, Set<String> failed) {
        Choice choice = trial.index.choose(
                MatchTrial.ticket("asker", MatchTrial.WORK),
                new Ties(failed, parts, Optional.empty()),
                trial.now,
                trial.random);
        return ((Choice.Chosen) choice).worker().device();
    }
}
