/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Expert;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialsTest {

    private static final int DRAWS = 20_000;
    /** Five in a hundred, four standard deviations (31 each) up and down. */
    private static final int LEAST = 876;

    private static final int MOST = 1_124;

    private final MatchTrial trial = new MatchTrial(5);

    private void twentyFastOnes() {
        for (int i = 0; i < 20; i++) {
            trial.known("fast" + i, 1_000, 100);
        }
    }

    @Test
    void one_task_in_twenty_goes_to_who_has_rested_long_however_slow() {
        twentyFastOnes();
        trial.measure("slow", 10, 1, trial.ago(Trials.LONG_REST));
        trial.index.put(MatchTrial.hosting("slow", "x", MatchTrial.MODEL, true, Expert.CHAT), trial.now);
        assertThat(trial.chosenIn(DRAWS, MatchTrial.WORK).get("slow")).isBetween(LEAST, MOST);
        assertThat(trial.chosenIn(200, MatchTrial.WORK, "slow")).doesNotContainKey("slow");
    }

    @Test
    void the_new_share_those_trials_evenly_whatever_their_models_usual_speed() {
        twentyFastOnes();
        trial.speeds.finishedAtOnce("usual", "heavy", new Work(10, 0), 1_000_000, trial.now);
        for (int i = 0; i < 4; i++) {
            trial.index.put(MatchTrial.hosting("new" + i, "x", "heavy", true, Expert.CHAT), trial.now);
        }
        Map<String, Integer> counts = trial.chosenIn(DRAWS, MatchTrial.WORK);
        for (int i = 0; i < 4; i++) {
            assertThat(counts.get("new" + i)).isBetween(185, 315);
        }
    }

    @Test
    void whoever_rests_a_little_less_is_not_tried() {
        twentyFastOnes();
        trial.measure("slow", 10, 1, trial.ago(Trials.LONG_REST.minus(Duration.ofMillis(1))));
        trial.index.put(MatchTrial.hosting("slow", "x", MatchTrial.MODEL, true, Expert.CHAT), trial.now);
        assertThat(trial.chosenIn(2_000, MatchTrial.WORK)).doesNotContainKey("slow");
    }

    @Test
    void a_worker_that_only_fails_is_not_tried_for_ever() {
        twentyFastOnes();
        trial.speeds.finishedAtOnce("usual", "heavy", new Work(10, 0), 1_000_000, trial.now);
        for (int i = 0; i < 5; i++) {
            trial.availability.blamed("bad", trial.now);
        }
        trial.index.put(MatchTrial.hosting("bad", "x", "heavy", true, Expert.CHAT), trial.now);
        assertThat(trial.chosenIn(2_000, MatchTrial.WORK)).doesNotContainKey("bad");
    }

    @Test
    void one_that_has_something_in_hand_is_not_tried() {
        twentyFastOnes();
        trial.speeds.finishedAtOnce("usual", "heavy", new Work(10, 0), 1_000_000, trial.now);
        trial.index.put(MatchTrial.hosting("new", "x", "heavy", true, Expert.CHAT), trial.now);
        trial.busy("new", "one", 10);
        assertThat(trial.chosenIn(2_000, MatchTrial.WORK)).doesNotContainKey("new");
    }
}
