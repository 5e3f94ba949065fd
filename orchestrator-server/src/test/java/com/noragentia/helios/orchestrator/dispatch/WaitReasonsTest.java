/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.WaitReason;
import com.noragentia.helios.protocol.task.Expert;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaitReasonsTest {

    private static final Ticket TICKET = MatchTrial.ticket("asker", new Work(1_000, 100));

    private final MatchTrial trial = new MatchTrial(1);
    private final WaitReasons reasons = new WaitReasons(trial.index, trial.forecast);

    @Test
    void without_workers_nothing_is_possible_and_nobody_knows_how_long() {
        assertThat(reasons.isPossible(LaneKey.of(Expert.CHAT))).isFalse();
        assertThat(reasons.reason(TICKET, Set.of(), 5)).isEqualTo(WaitReason.NO_WORKER);
        assertThat(reasons.estimateMillis(TICKET, Set.of(), 5)).isEmpty();
    }

    @Test
    void somebody_who_loads_makes_it_possible() {
        trial.index.put(MatchTrial.hosting("a", "m", "x", false, Expert.CHAT), trial.now);
        assertThat(reasons.isPossible(LaneKey.of(Expert.CHAT))).isTrue();
        assertThat(reasons.isPossible(LaneKey.of(Expert.AUDIO))).isFalse();
        assertThat(reasons.reason(TICKET, Set.of(), 0)).isEqualTo(WaitReason.MODEL_LOADING);
    }

    @Test
    void a_model_that_nobody_could_load_is_told_from_nobody_there_until_somebody_loads_it() {
        HostedModel model = new HostedModel("x", Set.of(Expert.CHAT), false);
        OnlineWorker refusing =
                MatchTrial.hosting("a", "m", "x", false, Expert.CHAT).refusing(model);
        trial.index.put(refusing, trial.now);
        assertThat(reasons.isPossible(LaneKey.of(Expert.CHAT))).isFalse();
        assertThat(reasons.reason(TICKET, Set.of(), 0)).isEqualTo(WaitReason.MODEL_REFUSED);
        trial.index.put(refusing.with(model), trial.now);
        assertThat(reasons.reason(TICKET, Set.of(), 0)).isEqualTo(WaitReason.MODEL_LOADING);
        trial.index.put(refusing.asDraining(), trial.now);
        assertThat(reasons.reason(TICKET, Set.of(), 0)).isEqualTo(WaitReason.NO_WORKER);
        trial.index.put(refusing, trial.now);
        trial.index.remove("a");
        assertThat(reasons.reason(TICKET, Set.of(), 0)).isEqualTo(WaitReason.NO_WORKER);
    }

    @Test
    void the_queue_the_busy_and_the_failed_are_told_apart() {
        trial.known("a", 100, 10);
        assertThat(reasons.reason(TICKET, Set.of(), 5)).isEqualTo(WaitReason.QUEUE);
        assertThat(reasons.reason(TICKET, Set.of("a"), 0)).isEqualTo(WaitReason.WORKERS_FAILED);
        trial.busy("a", "one", 10);
        trial.busy("a", "two", 10);
        assertThat(reasons.reason(TICKET, Set.of(), 0)).isEqualTo(WaitReason.WORKERS_BUSY);
        assertThat(reasons.reason(TICKET, Set.of(), 1)).isEqualTo(WaitReason.QUEUE);
        trial.index.put(MatchTrial.hosting("b", "m", "x", false, Expert.CHAT), trial.now);
        assertThat(reasons.reason(TICKET, Set.of("a"), 0)).isEqualTo(WaitReason.MODEL_LOADING);
    }

    @Test
    void the_estimate_shares_what_is_ahead_among_the_able() {
        trial.known("a", 100, 10);
        trial.known("b", 100, 10);
        assertThat(reasons.estimateMillis(TICKET, Set.of(), 0)).hasValue(20_000);
        assertThat(reasons.estimateMillis(TICKET, Set.of(), 10)).hasValue(120_000);
        assertThat(reasons.estimateMillis(TICKET, Set.of("b"), 10)).hasValue(220_000);
        reasons.served(Expert.CHAT, 4_000);
        assertThat(reasons.estimateMillis(TICKET, Set.of(), 10)).hasValue(40_000);
    }

    @Test
    void no_estimate_is_absurd() {
        trial.known("a", 0.01, 0.01);
        Ticket endless = MatchTrial.ticket("asker", new Work(Long.MAX_VALUE, Long.MAX_VALUE));
        assertThat(reasons.estimateMillis(endless, Set.of(), Integer.MAX_VALUE))
                .hasValue(WaitReasons.LONGEST_ESTIMATE_MILLIS);
        reasons.served(Expert.CHAT, Long.MIN_VALUE);
        assertThat(reasons.estimateMillis(TICKET, Set.of(), -5).orElseThrow()).isPositive();
    }
}
