/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Expert;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkerIndexTest {

    private final MatchTrial trial = new MatchTrial(1);
    private final WorkerIndex index = trial.index;

    @Test
    void where_nobody_is_online_nobody_is_free() {
        assertThat(trial.choose()).isEqualTo(new Choice.NoneFree());
        assertThat(index.hasFree(LaneKey.of(Expert.CHAT))).isFalse();
        assertThat(index.ownersWithFree(LaneKey.of(Expert.CHAT))).isEmpty();
        index.remove("never seen");
        index.ended("never seen", "lease", trial.now);
        assertThat(index.hasFree(LaneKey.of(Expert.CHAT))).isFalse();
    }

    @Test
    void a_worker_has_two_hands() {
        trial.known("a", 100, 10);
        trial.busy("a", "one", 1_000);
        trial.busy("a", "one", 1_000);
        assertThat(index.hasFree(LaneKey.of(Expert.CHAT))).isTrue();
        trial.busy("a", "two", 1_000);
        assertThat(index.hasFree(LaneKey.of(Expert.CHAT))).isFalse();
        assertThat(trial.choose()).isEqualTo(new Choice.NoneFree());
        index.ended("a", "one", trial.now);
        index.ended("a", "one", trial.now);
        assertThat(trial.chosen().queueMillis()).isEqualTo(1_000);
    }

    @Test
    void only_a_model_that_is_ready_counts_and_only_for_its_experts() {
        index.put(MatchTrial.hosting("a", "m", "x", false, Expert.CHAT), trial.now);
        assertThat(index.hasFree(LaneKey.of(Expert.CHAT))).isFalse();
        index.put(MatchTrial.hosting("a", "m", "x", true, Expert.CHAT), trial.now);
        assertThat(index.hasFree(LaneKey.of(Expert.CHAT))).isTrue();
        assertThat(index.hasFree(LaneKey.of(Expert.AUDIO))).isFalse();
    }

    @Test
    void whoever_drains_or_has_left_gets_nothing() {
        trial.known("a", 100, 10);
        index.put(MatchTrial.hosting("a", "m", "x", true, Expert.CHAT).asDraining(), trial.now);
        assertThat(index.hasFree(LaneKey.of(Expert.CHAT))).isFalse();
        trial.known("a", 100, 10);
        index.remove("a");
        assertThat(trial.choose()).isEqualTo(new Choice.NoneFree());
    }

    @Test
    void leases_stay_in_hand_while_a_worker_is_away() {
        trial.known("a", 100, 10);
        trial.busy("a", "one", 1_000);
        trial.busy("a", "two", 1_000);
        index.remove("a");
        trial.known("a", 100, 10);
        assertThat(index.hasFree(LaneKey.of(Expert.CHAT))).isFalse();
    }

    @Test
    void own_devices_come_first_however_slow() {
        trial.known("fast", 10_000, 1_000);
        trial.known("mine", "asker", 10, 1);
        Choice.Chosen chosen = trial.chosen();
        assertThat(chosen.own()).isTrue();
        assertThat(chosen.worker().device()).isEqualTo("mine");
        assertThat(index.freeOf("asker", LaneKey.of(Expert.CHAT)))
                .map(OnlineWorker::device)
                .contains("mine");
        assertThat(index.ownersWithFree(LaneKey.of(Expert.CHAT))).containsOnly("asker", "owner of fast");
    }

    @Test
    void of_own_devices_the_idle_one_comes_first_then_the_fastest() {
        trial.known("busy", "asker", 1_000, 100);
        trial.known("slow", "asker", 10, 1);
        trial.known("quick", "asker", 100, 10);
        trial.busy("busy", "one", 100);
        assertThat(trial.chosen().worker().device()).isEqualTo("quick");
        assertThat(trial.chosen("quick").worker().device()).isEqualTo("slow");
        assertThat(trial.chosen("quick", "slow").worker().device()).isEqualTo("busy");
    }

    @Test
    void an_own_device_that_failed_leaves_the_task_to_others() {
        trial.known("mine", "asker", 100, 10);
        trial.known("other", 100, 10);
        Choice.Chosen chosen = trial.chosen("mine");
        assertThat(chosen.own()).isFalse();
        assertThat(chosen.worker().device()).isEqualTo("other");
    }

    @Test
    void whoever_failed_is_passed_by_and_named_when_there_is_nobody_else() {
        trial.known("a", 100, 10);
        trial.known("b", 100, 10);
        assertThat(trial.chosenIn(200, MatchTrial.WORK, "a")).containsOnlyKeys("b");

        index.remove("b");
        assertThat(trial.choose("a")).isInstanceOfSatisfying(Choice.NoneMay.class, none -> {
            assertThat(none.failed()).map(chosen -> chosen.worker().device()).containsExactly("a");
            assertThat(none.othersServe()).isFalse();
        });
    }

    @Test
    void somebody_who_is_only_busy_is_worth_waiting_for() {
        trial.known("a", 100, 10);
        trial.known("b", 100, 10);
        trial.busy("b", "one", 1_000);
        trial.busy("b", "two", 1_000);
        assertThat(trial.choose("a"))
                .isInstanceOfSatisfying(
                        Choice.NoneMay.class,
                        none -> assertThat(none.othersServe()).isTrue());
    }

    @Test
    void a_conversation_goes_on_where_it_was_unless_that_is_much_slower() {
        for (int i = 0; i < 20; i++) {
            trial.known("w" + i, 100, 10);
        }
        trial.known("slow", 50, 5);
        assertThat(withAffinity("w7", 100)).containsOnly("w7");
        assertThat(withAffinity("slow", 100)).doesNotContain("slow");
        assertThat(withAffinity("unknown", 100)).doesNotContain("unknown");
    }

    private List<String> withAffinity(String device, int draws) {
        return IntStream.range(0, draws)
                .mapToObj(i -> index.choose(
                        MatchTrial.ticket("asker", MatchTrial.WORK),
                        Ties.of(Set.of(), Optional.of(device)),
                        trial.now,
                        trial.random))
                .map(choice -> ((Choice.Chosen) choice).worker().device())
                .distinct()
                .toList();
    }

    @Test
    void a_conversation_does_not_go_back_to_who_failed_it() {
        trial.known("a", 100, 10);
        trial.known("b", 100, 10);
        Choice choice = index.choose(
                MatchTrial.ticket("asker", MatchTrial.WORK),
                Ties.of(Set.of("a"), Optional.of("a")),
                trial.now,
                trial.random);
        assertThat(((Choice.Chosen) choice).worker().device()).isEqualTo("b");
    }
}
