/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Expert;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which of several models answers whoever names none. */
class RankTest {

    private static final LaneKey LANE = LaneKey.of(Expert.DOCUMENT);
    private static final int DRAWS = 200;

    private final MatchTrial trial = new MatchTrial(11);

    private static HostedModel model(String id, int rank) {
        return new HostedModel(id, Set.of(Expert.DOCUMENT), true, false, rank, 1);
    }

    private void comes(String device, String owner, HostedModel... models) {
        OnlineWorker worker = MatchTrial.worker(device, owner);
        for (HostedModel model : models) {
            worker = worker.with(model);
        }
        trial.index.put(worker, trial.now);
    }

    private Choice.Chosen chosen() {
        Ticket ticket = new Ticket("task", "job", "asker", LANE, MatchTrial.WORK, 1, trial.now, false);
        return (Choice.Chosen) trial.index.choose(ticket, Ties.NONE, trial.now, trial.random);
    }

    @Test
    void a_better_model_with_a_hand_free_answers_however_many_hosts_the_other_has() {
        for (int i = 0; i < 20; i++) {
            comes("quotes" + i, "owner" + i, model("quotes", 1));
        }
        comes("writes", "ben", model("writes", 0));

        for (int draw = 0; draw < DRAWS; draw++) {
            assertThat(chosen().model()).isEqualTo("writes");
        }
    }

    @Test
    void nobody_waits_for_a_better_model_whose_hands_are_full() {
        comes("quotes", "ada", model("quotes", 1));
        comes("writes", "ben", model("writes", 0));
        for (int lease = 0; lease < LeaseRules.LEASES_PER_WORKER; lease++) {
            trial.index.gave("writes", "lease" + lease, "writes", 1_000, trial.now);
        }

        assertThat(chosen().model()).isEqualTo("quotes");

        trial.index.ended("writes", "lease0", trial.now);
        assertThat(chosen().model()).isEqualTo("writes");
    }

    @Test
    void who_hosts_both_answers_with_the_better_and_does_errands_with_the_other() {
        OnlineWorker worker =
                MatchTrial.worker("both", "ada").with(model("quotes", 1)).with(model("writes", 0));

        assertThat(worker.readyFor(LANE).map(HostedModel::id)).contains("writes");
        assertThat(worker.readyForErrand(LANE).map(HostedModel::id)).contains("quotes");
    }

    @Test
    void a_device_whose_better_model_went_answers_with_what_is_left() {
        comes("both", "ada", model("quotes", 1), model("writes", 0));
        assertThat(chosen().model()).isEqualTo("writes");

        comes("both", "ada", model("quotes", 1));

        assertThat(chosen().model()).isEqualTo("quotes");
        comes("another", "ben", model("writes", 0));
        assertThat(chosen().worker().device()).isEqualTo("another");
    }

    @Test
    void of_own_devices_the_one_with_the_better_model_comes_first_and_any_of_them_before_others() {
        comes("stranger", "ben", model("writes", 0));
        comes("mine", "asker", model("quotes", 1));
        assertThat(chosen().worker().device()).isEqualTo("mine");

        comes("mine too", "asker", model("writes", 0));

        assertThat(chosen().worker().device()).isEqualTo("mine too");
        assertThat(trial.index.freeOf("asker", LANE).map(OnlineWorker::device)).isEqualTo(Optional.of("mine too"));
    }
}
