/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.dispatch.LeasedTask;
import com.noragentia.helios.protocol.task.Expert;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Computers that host a demonstration model that sees, and nothing else. */
class SeerCheckTest {

    private static final Duration TICK = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({FiguresKind.DESCRIBER + ",DESCRIPTION", FiguresKind.FINDER + ",OBJECTS"})
    void one_that_sees_figures_and_nothing_else_qualifies(String model, Expert expert, @TempDir Path folder) {
        try (CheckTrial trial = new CheckTrial(folder)) {
            PlayedWorker worker = new PlayedWorker(trial, "laptop", "ana").arriveToDemonstrate(model, expert);
            trial.qualify(worker.device());
            for (int i = 0; i < 3; i++) {
                trial.pass(TICK);
                LeasedTask task = worker.next();
                assertThat(task.input().expert()).isEqualTo(expert);
                worker.answer(task);
                assertThat(trial.files.files()).isEmpty();
            }
            assertThat(trial.reputation(worker.device()).passed()).isEqualTo(3);
            assertThat(trial.rewards.heard()).contains("worked laptop " + expert);
        }
    }

    @ParameterizedTest
    @CsvSource({FiguresKind.DESCRIBER + ",DESCRIPTION", FiguresKind.FINDER + ",OBJECTS"})
    void one_that_sees_nothing_is_convicted(String model, Expert expert, @TempDir Path folder) {
        try (CheckTrial trial = new CheckTrial(folder)) {
            PlayedWorker worker = new PlayedWorker(trial, "laptop", "ana").arriveToDemonstrate(model, expert);
            trial.qualify(worker.device());
            trial.pass(TICK);
            LeasedTask task = worker.next();

            worker.complete(task, RightAnswers.wrong(task.input()));

            assertThat(trial.reputation(worker.device()).convictedAt()).isPresent();
        }
    }
}
