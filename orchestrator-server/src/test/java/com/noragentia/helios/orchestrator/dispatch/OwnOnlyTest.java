/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.SkipReason;
import com.noragentia.helios.protocol.api.WaitReason;
import com.noragentia.helios.protocol.message.FailureClass;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Expert;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A worker whose owner needs the computer serves its own member alone, and gives back what it has of others at no cost to them. */
class OwnOnlyTest extends LeaseTrial {

    private static final LaneKey CHAT = LaneKey.of(Expert.CHAT);

    /** Says so, and waits until it was heard: what the worker says is taken in its order. */
    private static void serveOwnOnly(Worker worker) {
        worker.say(new FromWorker.Serving(true));
        worker.say(new FromWorker.OpenLeases(List.of()));
        worker.hear(ToWorker.LeaseVerdicts.class);
    }

    @Test
    void it_answers_its_own_member_and_nobody_else_until_it_says_otherwise() {
        Member stranger = network.anotherMember("stranger");
        try (Worker worker = proven(member)) {
            serveOwnOnly(worker);
            String strange = stranger.ask("strange");
            String own = member.ask("own");

            ToWorker.RunTask first = worker.hear(ToWorker.RunTask.class);
            assertThat(first.input().question()).isEqualTo("own");
            assertThat(first.own()).isTrue();
            worker.complete(first, "mine");
            assertThat(answerOf(own)).isEqualTo("mine");
            assertThat(worker.hearsNothing(300)).isTrue();
            assertThat(stranger.status(strange).reason()).isEqualTo(WaitReason.NO_WORKER);

            worker.say(new FromWorker.Serving(false));
            ToWorker.RunTask second = worker.hear(ToWorker.RunTask.class);
            assertThat(second.input().question()).isEqualTo("strange");
            assertThat(second.own()).isNull();
            worker.complete(second, "yours");
        }
    }

    @Test
    void it_is_told_that_others_wait_and_why_it_has_none_of_it() {
        Member stranger = network.anotherMember("stranger");
        try (Worker worker = proven(member)) {
            serveOwnOnly(worker);
            stranger.ask("one");
            stranger.ask("two");
            clock.pass(SkipReports.INTERVAL);
            await().atMost(SOON).until(() -> worker.passedOverFor().equals(Map.of(SkipReason.OWN_ONLY, 2)));
        }
    }

    @Test
    void what_owners_hand_back_costs_a_task_none_of_its_attempts() {
        Member stranger = network.anotherMember("stranger");
        try (Worker worker = proven(member)) {
            String job = stranger.ask("q");
            for (int owners = 0; owners < 5; owners++) {
                ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
                worker.say(new FromWorker.Serving(true));
                worker.say(new FromWorker.Failed(task.lease(), FailureClass.HANDED_BACK, problem()));
                worker.say(new FromWorker.Serving(false));
            }
            worker.complete(worker.hear(ToWorker.RunTask.class), "at last");
            await().atMost(SOON).until(() -> stranger.status(job).state() == JobState.DONE);
        }
    }

    @Test
    void nobody_hands_back_for_ever() {
        try (Worker worker = proven(network.anotherMember("lazy"))) {
            String job = member.ask("q");
            for (int i = 0; i < LeaseRules.FORGIVEN_PER_TASK + 3; i++) {
                ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
                worker.say(new FromWorker.Failed(task.lease(), FailureClass.HANDED_BACK, problem()));
            }
            await().atMost(SOON).until(() -> member.status(job).state() == JobState.FAULTED);
        }
    }

    @Test
    void its_seat_is_there_for_its_member_alone() {
        MatchTrial trial = new MatchTrial(1);
        OnlineWorker worker = MatchTrial.hosting("a", "ana", MatchTrial.MODEL, true, Expert.CHAT);
        trial.index.put(worker.serving(true), trial.now);

        assertThat(trial.index.hasFree(CHAT)).isFalse();
        assertThat(trial.choose()).isInstanceOf(Choice.NoneFree.class);
        assertThat(trial.index.freeOf("ana", CHAT)).isPresent();
        assertThat(worker.serving(true).readyForErrand(CHAT)).isEmpty();

        trial.index.put(worker.serving(false), trial.now);
        assertThat(trial.chosen().worker().device()).isEqualTo("a");
        trial.index.put(worker.serving(true), trial.now);
        assertThat(trial.choose()).isInstanceOf(Choice.NoneFree.class);
        trial.index.remove("a");
        assertThat(trial.index.ownersWithFree(CHAT)).isEmpty();
    }

    @Test
    void a_task_that_failed_on_it_may_come_again_as_nobody_else_serves_it() {
        MatchTrial trial = new MatchTrial(1);
        trial.index.put(
                MatchTrial.hosting("a", "ana", MatchTrial.MODEL, true, Expert.CHAT)
                        .serving(true),
                trial.now);
        Ticket own = MatchTrial.ticket("ana", MatchTrial.WORK);

        assertThat(trial.index.choose(own, Ties.of(Set.of("a"), Optional.empty()), trial.now, trial.random))
                .isInstanceOf(Choice.Chosen.class);
        trial.known("b", 100, 10);
        trial.busy("b", "one", 1_000);
        trial.busy("b", "two", 1_000);
        assertThat(trial.index.choose(own, Ties.of(Set.of("a"), Optional.empty()), trial.now, trial.random))
                .isInstanceOf(Choice.NoneFree.class);
    }
}
