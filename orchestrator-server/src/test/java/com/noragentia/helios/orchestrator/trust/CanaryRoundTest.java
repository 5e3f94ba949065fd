/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.dispatch.LeasedTask;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When canaries come, and what comes of them. */
class CanaryRoundTest {

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final TaskInput QUESTION = new TaskInput.Chat(Language.EN, "Why?", List.of(), List.of());

    @AutoClose
    private CheckTrial trial;

    @BeforeEach
    void begins(@TempDir Path folder) {
        trial = new CheckTrial(folder);
    }

    private LeasedTask canaryAt(PlayedWorker worker) {
        trial.qualify(worker.device());
        trial.pass(TICK);
        return worker.next();
    }

    /** trust.md 3.5: one in ten minutes until ten passed, then one an hour. */
    @Test
    void newcomers_are_checked_often_and_others_seldom() {
        List<PlayedWorker> workers = IntStream.range(0, 40)
                .mapToObj(i -> trial.worker("device" + i, "owner" + i))
                .toList();
        Duration step = Duration.ofSeconds(20);
        passFor(Duration.ofMinutes(50), step, workers);
        double inFiftyMinutes = passed(workers) / 40.0;
        passFor(Duration.ofHours(3), step, workers);
        double before = passed(workers);
        passFor(Duration.ofHours(5), step, workers);
        double anHour = (passed(workers) - before) / 40.0 / 5;

        assertThat(inFiftyMinutes).isBetween(3.7, 5.6);
        assertThat(workers).allMatch(worker -> trial.reputation(worker.device()).passed() >= Qualifying.NEEDED);
        assertThat(anHour).isBetween(0.75, 1.25);
    }

    private void passFor(Duration time, Duration step, List<PlayedWorker> workers) {
        for (long i = 0; i < time.dividedBy(step); i++) {
            trial.pass(step);
            workers.forEach(PlayedWorker::answerAll);
        }
    }

    private double passed(List<PlayedWorker> workers) {
        return workers.stream()
                .mapToLong(worker -> trial.reputation(worker.device()).passed())
                .sum();
    }

    @Test
    void whoever_qualifies_has_one_after_the_other_and_then_no_more() {
        PlayedWorker worker = trial.worker("laptop", "ana");
        trial.qualify("laptop");
        for (int i = 0; i < 3; i++) {
            trial.pass(Duration.ofMillis(250));
            assertThat(worker.waiting()).isEqualTo(1);
            worker.answerAll();
        }
        trial.pass(Duration.ofMillis(250));

        assertThat(worker.waiting()).isZero();
        assertThat(trial.run("laptop")).contains(new QualificationTable.Run(0, 2));
        assertThat(trial.reputation("laptop").passed()).isEqualTo(3);
        assertThat(trial.rewards.heard()).hasSize(6).first().isEqualTo("passed laptop");
        assertThat(trial.rewards.heard().get(1)).startsWith("worked laptop");
    }

    @Test
    void asking_twice_for_a_run_does_not_make_it_longer() {
        PlayedWorker worker = trial.worker("laptop", "ana");
        worker.answer(canaryAt(worker));
        trial.qualify("laptop");

        assertThat(trial.run("laptop")).contains(new QualificationTable.Run(2, 2));
    }

    @Test
    void a_worker_that_has_something_to_do_is_left_alone() {
        PlayedWorker worker = trial.worker("laptop", "ana");
        trial.ask("job", QUESTION);
        trial.qualify("laptop");
        trial.pass(TICK);
        LeasedTask asked = worker.next();
        assertThat(asked.task()).isEqualTo("job");
        assertThat(worker.waiting()).isZero();

        worker.answer(asked);
        trial.pass(TICK);

        assertThat(worker.waiting()).isEqualTo(1);
        assertThat(trial.canary(worker.next().task())).isPresent();
    }

    @Test
    void nobody_is_asked_who_could_not_answer() {
        PlayedWorker loads = new PlayedWorker(trial, "loads", "ana").arrive(Set.of(Expert.CHAT), false);
        PlayedWorker unknown = new PlayedWorker(trial, "unknown", "bea").arriveToDemonstrate("another-1", Expert.AUDIO);
        PlayedWorker drains = trial.worker("drains", "cleo").drain();
        for (PlayedWorker worker : List.of(loads, unknown, drains)) {
            trial.qualify(worker.device());
        }
        trial.pass(TICK);

        assertThat(List.of(loads, unknown, drains)).allMatch(worker -> worker.waiting() == 0);
        assertThat(trial.files.files()).isEmpty();
    }

    @Test
    void a_model_that_answers_only_who_names_it_is_named_by_its_checks() {
        PlayedWorker worker = new PlayedWorker(trial, "laptop", "ana").arriveToDemonstrate();

        LeasedTask canary = canaryAt(worker);

        assertThat(canary.model()).isEqualTo(SmallSumKind.MODEL);
        worker.complete(canary, RightAnswers.wrong(canary.input()));
        assertThat(trial.rewards.heard()).containsExactly("failed laptop of ana");
    }

    @Test
    void a_wrong_answer_is_a_failed_check() {
        PlayedWorker worker = trial.worker("laptop", "ana");
        LeasedTask canary = canaryAt(worker);
        worker.complete(canary, RightAnswers.wrong(canary.input()));

        assertThat(trial.rewards.heard()).containsExactly("failed laptop of ana");
        assertThat(trial.reputation("laptop").convictedAt()).contains(trial.clock.instant());
        assertThat(trial.reputation("laptop").lowerBound()).isLessThan(0.01);
        assertThat(trial.run("laptop")).contains(new QualificationTable.Run(2, 2));
    }

    @Test
    void silence_is_no_verdict_and_nobody_else_is_asked() {
        PlayedWorker silent = trial.worker("laptop", "ana");
        LeasedTask canary = canaryAt(silent);
        PlayedWorker other = trial.worker("tower", "bea");
        trial.clock.pass(Duration.ofMinutes(30));
        trial.dispatch().leaseDesk().tend();
        trial.settle();

        assertThat(silent.cancelled()).containsExactly(canary.lease());
        assertThat(trial.rewards.heard()).isEmpty();
        assertThat(trial.run("laptop")).contains(new QualificationTable.Run(3, 1));
        assertThat(other.waiting()).isZero();
        assertThat(trial.rows()).isZero();
        assertThat(trial.files.files()).isEmpty();

        silent.complete(canary, RightAnswers.wrong(canary.input()));
        assertThat(trial.rewards.heard()).isEmpty();
    }

    @Test
    void a_run_that_comes_to_nothing_too_often_is_over() {
        PlayedWorker silent = trial.worker("laptop", "ana");
        trial.qualify("laptop");
        for (int i = 0; i < 5; i++) {
            trial.pass(Duration.ofMinutes(30));
        }
        assertThat(trial.run("laptop")).contains(new QualificationTable.Run(3, 0));
        assertThat(silent.cancelled()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void nothing_is_kept_of_a_canary_that_was_judged() {
        PlayedWorker worker = trial.worker("laptop", "ana");
        trial.qualify("laptop");
        for (int i = 0; i < 3; i++) {
            trial.pass(TICK);
            worker.answerAll();
        }
        assertThat(trial.rows()).isZero();
        assertThat(trial.files.files()).isEmpty();
    }

    @Test
    void the_same_answer_again_changes_nothing() {
        PlayedWorker worker = trial.worker("laptop", "ana");
        LeasedTask canary = canaryAt(worker);
        worker.answer(canary);
        worker.complete(canary, RightAnswers.wrong(canary.input()));

        assertThat(trial.reputation("laptop").passed()).isEqualTo(1);
        assertThat(trial.reputation("laptop").convictedAt()).isEmpty();
    }

    @Test
    void nobody_can_answer_in_the_place_of_another() {
        PlayedWorker worker = trial.worker("laptop", "ana");
        PlayedWorker other = trial.worker("tower", "bea");
        LeasedTask canary = canaryAt(worker);
        other.complete(canary, RightAnswers.to(trial.canary(canary.task()).orElseThrow()));

        assertThat(trial.rewards.heard()).isEmpty();
        assertThat(trial.canary(canary.task())).isPresent();
    }

    @Test
    void a_canary_survives_a_restart_as_other_tasks_do() {
        PlayedWorker worker = trial.worker("laptop", "ana");
        LeasedTask canary = canaryAt(worker);
        trial.restart();
        worker.arrive().comeBackWith(canary);
        worker.answer(canary);

        assertThat(trial.reputation("laptop").passed()).isEqualTo(1);
        assertThat(trial.rows()).isZero();
    }

    @Test
    void a_canary_looks_like_what_members_ask() {
        PlayedWorker worker = trial.worker("laptop", "ana");
        LeasedTask canary = canaryAt(worker);

        assertThat(canary.task()).matches("[0-9a-f]{32}");
        assertThat(canary.lease()).matches("[0-9a-f]{32}");
        assertThat(canary.attempt()).isEqualTo(1);
        assertThat(canary.nextIndex()).isZero();
        assertThat(canary.conversation().isPresent()).isEqualTo(canary.input() instanceof TaskInput.Chat);
        canary.conversation().ifPresent(name -> assertThat(name).matches("[0-9a-f]{64}"));
    }
}
