/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.SkipReason;
import com.noragentia.helios.protocol.task.Expert;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SkipsTest {

    private static final OnlineWorker CHATS = MatchTrial.hosting("a", "m", "x", true, Expert.CHAT);
    private static final Map<LaneKey, Integer> WAITING =
            Map.of(LaneKey.of(Expert.CHAT), 3, LaneKey.of(Expert.AUDIO), 40, LaneKey.of(Expert.IMAGE), 0);

    @Test
    void where_nothing_waits_there_is_nothing_to_say() {
        assertThat(Skips.of(CHATS, true, Map.of(LaneKey.of(Expert.CHAT), 0), List.of()))
                .isEmpty();
    }

    @Test
    void each_task_counts_once_under_the_first_reason_that_holds() {
        assertThat(Skips.of(CHATS, true, WAITING, List.of(parked("a"), parked("b"))))
                .containsOnly(
                        Map.entry(SkipReason.MODEL_NOT_HOSTED, 40),
                        Map.entry(SkipReason.OTHER_CHOSEN, 4),
                        Map.entry(SkipReason.FAILED_BEFORE, 1));
        assertThat(Skips.of(CHATS, false, WAITING, List.of()))
                .containsOnly(Map.entry(SkipReason.MODEL_NOT_HOSTED, 40), Map.entry(SkipReason.BUSY, 3));
    }

    @Test
    void a_model_that_loads_is_not_ready_and_a_worker_that_drains_takes_nothing() {
        OnlineWorker loading = MatchTrial.hosting("a", "m", "x", false, Expert.CHAT);
        assertThat(Skips.of(loading, true, WAITING, List.of(parked("a"))))
                .containsOnly(Map.entry(SkipReason.MODEL_NOT_HOSTED, 40), Map.entry(SkipReason.MODEL_NOT_READY, 4));
        assertThat(Skips.of(CHATS.asDraining(), true, WAITING, List.of(parked("a"))))
                .containsOnly(Map.entry(SkipReason.DRAINING, 44));
    }

    private static Parked parked(String failed) {
        return new Parked(MatchTrial.ticket("asker", MatchTrial.WORK), Set.of(failed));
    }
}
