/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Expert;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HostileWorkersTest {

    private final MatchTrial trial = new MatchTrial(3);

    @Test
    void one_owner_of_everything_is_served_by_himself_and_serves_the_rest() {
        for (int i = 0; i < 2_000; i++) {
            trial.known("w" + i, "mogul", 100, 10);
        }
        Choice own =
                trial.index.choose(MatchTrial.ticket("mogul", MatchTrial.WORK), Ties.NONE, trial.now, trial.random);
        assertThat(own)
                .isInstanceOfSatisfying(
                        Choice.Chosen.class, chosen -> assertThat(chosen.own()).isTrue());
        assertThat(trial.chosen().own()).isFalse();
        assertThat(trial.index.ownersWithFree(LaneKey.of(Expert.CHAT))).containsOnly("mogul");
        for (int i = 0; i < 2_000; i++) {
            trial.index.remove("w" + i);
        }
        assertThat(trial.index.ownersWithFree(LaneKey.of(Expert.CHAT))).isEmpty();
        assertThat(trial.choose()).isEqualTo(new Choice.NoneFree());
    }

    @Test
    void whoever_claims_many_models_gets_no_more_than_others() {
        for (int i = 0; i < 9; i++) {
            trial.known("w" + i, 100, 10);
        }
        trial.measure("greedy", 100, 10, trial.now);
        OnlineWorker greedy = MatchTrial.hosting("greedy", "x", MatchTrial.MODEL, true, Expert.values());
        for (int i = 0; i < 500; i++) {
            greedy = greedy.with(new HostedModel("model" + i, Set.of(Expert.values()), true));
        }
        trial.index.put(greedy, trial.now);
        Map<String, Integer> counts = trial.chosenIn(10_000, MatchTrial.WORK);
        assertThat(counts.get("greedy")).isBetween(880, 1_120);
    }

    @Test
    void speeds_beyond_all_sense_leave_the_choice_intact() {
        trial.speeds.firstPiece("zero", MatchTrial.MODEL, new Work(0, 0), 0, trial.now);
        trial.speeds.firstPiece("instant", MatchTrial.MODEL, new Work(Long.MAX_VALUE, 0), 0, trial.now);
        trial.speeds.finished("instant", MatchTrial.MODEL, Long.MAX_VALUE, 0, trial.now);
        trial.speeds.firstPiece("glacial", MatchTrial.MODEL, new Work(1, 0), Long.MAX_VALUE, trial.now);
        trial.speeds.finished("glacial", MatchTrial.MODEL, 1, Long.MAX_VALUE, trial.now);
        for (String device : Set.of("zero", "instant", "glacial")) {
            trial.index.put(MatchTrial.hosting(device, "x", MatchTrial.MODEL, true, Expert.CHAT), trial.now);
        }
        for (Work work :
                Set.of(new Work(0, 0), new Work(-1, Long.MIN_VALUE), new Work(Long.MAX_VALUE, Long.MAX_VALUE))) {
            assertThat(trial.choose(work)).isInstanceOfSatisfying(Choice.Chosen.class, chosen -> {
                assertThat(chosen.predictedMillis()).isNotNaN().isNotNegative().isFinite();
                trial.busy(chosen.worker().device(), "lease", chosen.workMillis());
                trial.index.ended(chosen.worker().device(), "lease", trial.now);
            });
        }
    }

    @Test
    void a_worker_beyond_its_time_counts_as_busy_all_the_same() {
        for (int i = 0; i < 9; i++) {
            trial.known("w" + i, 10_000, 1_000);
        }
        trial.known("late", 10_000, 1_000);
        trial.index.gave("late", "lease", MatchTrial.MODEL, 1, trial.now.minusSeconds(3_600));
        assertThat(trial.chosenIn(2_000, MatchTrial.WORK)).doesNotContainKey("late");
    }

    @Test
    void many_who_failed_are_no_more_trouble_than_few() {
        String[] failed = new String[1_999];
        for (int i = 0; i < 2_000; i++) {
            trial.known("w" + i, 100, 10);
            if (i > 0) {
                failed[i - 1] = "w" + i;
            }
        }
        assertThat(trial.chosenIn(50, MatchTrial.WORK, failed)).containsOnlyKeys("w0");
    }
}
