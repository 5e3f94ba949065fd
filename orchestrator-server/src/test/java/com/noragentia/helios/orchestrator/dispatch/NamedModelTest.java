/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Expert;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who serves those that leave the model to the network, and who those that name one. */
class NamedModelTest {

    private static final LaneKey ANY = LaneKey.of(Expert.CHAT);
    private static final LaneKey DEMO = new LaneKey(Expert.CHAT, Optional.of("demo"));

    private final MatchTrial trial = new MatchTrial(1);

    private static HostedModel demo(boolean ready) {
        return new HostedModel("demo", Set.of(Expert.CHAT), ready, true);
    }

    @Test
    void a_model_that_must_be_named_takes_no_other_question() {
        trial.index.put(MatchTrial.worker("a", "x").with(demo(true)), trial.now);

        assertThat(trial.index.hasFree(ANY)).isFalse();
        assertThat(trial.index.hasFree(DEMO)).isTrue();
        assertThat(trial.index.lane(DEMO).freeSeat("a")).map(Seat::model).contains("demo");
    }

    @Test
    void a_worker_answers_each_question_with_the_model_it_asks_for() {
        trial.index.put(
                MatchTrial.hosting("a", "x", MatchTrial.MODEL, true, Expert.CHAT)
                        .with(demo(true)),
                trial.now);

        assertThat(trial.chosen().model()).isEqualTo(MatchTrial.MODEL);
        Ticket named = new Ticket("t", "j", "asker", DEMO, MatchTrial.WORK, 1, Instant.EPOCH, false);
        assertThat(trial.index.choose(named, Ties.NONE, trial.now, trial.random))
                .isInstanceOfSatisfying(
                        Choice.Chosen.class,
                        chosen -> assertThat(chosen.model()).isEqualTo("demo"));
    }

    @Test
    void a_named_lane_hears_who_comes_loads_and_goes_after_it_was_first_asked_for() {
        assertThat(trial.index.hasFree(DEMO)).isFalse();
        trial.index.put(MatchTrial.worker("a", "x").with(demo(false)), trial.now);
        assertThat(trial.index.lane(DEMO).loadingWorkers()).isOne();
        trial.index.put(MatchTrial.worker("a", "x").with(demo(true)), trial.now);
        assertThat(trial.index.hasFree(DEMO)).isTrue();
        trial.index.remove("a");
        assertThat(trial.index.hasFree(DEMO)).isFalse();
    }

    @Test
    void a_model_of_that_name_without_the_expert_does_not_serve_it() {
        trial.index.put(MatchTrial.hosting("a", "x", "demo", true, Expert.IMAGE), trial.now);

        assertThat(trial.index.hasFree(DEMO)).isFalse();
    }
}
