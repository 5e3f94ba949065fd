/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.dispatch.LeasedTask;
import com.noragentia.helios.protocol.task.Expert;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Computers that hear speech, and nothing else. */
class ListenerCheckTest {

    private static final Duration TICK = Duration.ofSeconds(1);

    @AutoClose
    private CheckTrial trial;

    @BeforeEach
    void begins(@TempDir Path folder) {
        trial = new CheckTrial(folder);
    }

    private PlayedWorker listener() {
        return new PlayedWorker(trial, "laptop", "ana").arrive(Set.of(Expert.AUDIO), true);
    }

    private PlayedWorker demonstration() {
        return new PlayedWorker(trial, "laptop", "ana").arriveToDemonstrate(SpokenKind.MODEL, Expert.AUDIO);
    }

    private void qualifies(PlayedWorker worker) {
        trial.qualify(worker.device());
        for (int i = 0; i < 3; i++) {
            trial.pass(TICK);
            LeasedTask task = worker.next();
            assertThat(task.input().expert()).isEqualTo(Expert.AUDIO);
            assertThat(trial.files.files()).hasSize(1);
            worker.answer(task);
            assertThat(trial.files.files()).isEmpty();
        }
        assertThat(trial.reputation(worker.device()).passed()).isEqualTo(3);
        assertThat(trial.rewards.heard()).contains("worked laptop AUDIO").noneMatch(what -> what.startsWith("failed"));
    }

    @Test
    void one_that_everybody_may_ask_qualifies_and_nothing_of_it_stays() {
        qualifies(listener());
        assertThat(trial.rows()).isZero();
    }

    @Test
    void the_demonstration_that_must_be_named_qualifies_too() {
        qualifies(demonstration());
    }

    @Test
    void who_hears_nobody_is_convicted() {
        PlayedWorker worker = demonstration();
        trial.qualify(worker.device());
        trial.pass(TICK);
        LeasedTask task = worker.next();

        worker.complete(task, RightAnswers.wrong(task.input()));

        assertThat(trial.reputation(worker.device()).convictedAt()).isPresent();
        assertThat(trial.rewards.heard()).containsExactly("failed laptop of ana");
        assertThat(trial.files.files()).isEmpty();
    }

    @Test
    void a_listener_that_nobody_has_measured_is_not_convicted_by_what_it_mishears() {
        PlayedWorker worker = listener();
        trial.qualify(worker.device());
        trial.pass(TICK);
        Reputation before = trial.reputation(worker.device());
        LeasedTask task = worker.next();

        worker.complete(task, RightAnswers.wrong(task.input()));

        assertThat(trial.reputation(worker.device())).isEqualTo(before);
        assertThat(trial.rewards.heard()).isEmpty();
        assertThat(trial.files.files()).isEmpty();
        assertThat(trial.rows()).isZero();
        assertThat(trial.run(worker.device())).contains(new QualificationTable.Run(3, 1));
    }

    @Test
    void what_it_hears_right_counts_as_with_any_other() {
        PlayedWorker worker = listener();
        trial.qualify(worker.device());
        trial.pass(TICK);
        LeasedTask missed = worker.next();
        worker.complete(missed, RightAnswers.wrong(missed.input()));
        trial.pass(TICK);

        worker.answer(worker.next());

        assertThat(trial.reputation(worker.device()).passed()).isEqualTo(1);
        assertThat(trial.reputation(worker.device()).convictedAt()).isEmpty();
        assertThat(trial.rewards.heard()).containsExactly("passed laptop", "worked laptop AUDIO");
    }

    @Test
    void a_recording_that_comes_to_nothing_is_deleted_too() {
        PlayedWorker worker = listener();
        trial.qualify(worker.device());
        trial.pass(TICK);
        assertThat(trial.files.files()).hasSize(1);

        trial.pass(Duration.ofDays(1));

        assertThat(trial.rewards.heard()).isEmpty();
        assertThat(trial.files.files()).hasSizeLessThanOrEqualTo(1);
        assertThat(trial.files.files())
                .doesNotContainKey(
                        worker.next().input().attachments().getFirst().blob());
    }
}
