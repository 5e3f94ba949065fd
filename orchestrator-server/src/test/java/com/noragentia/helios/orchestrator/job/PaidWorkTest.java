/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.dispatch.Failure;
import com.noragentia.helios.orchestrator.dispatch.Families;
import com.noragentia.helios.orchestrator.dispatch.Holder;
import com.noragentia.helios.orchestrator.dispatch.Kinship;
import com.noragentia.helios.orchestrator.dispatch.LeasedTask;
import com.noragentia.helios.orchestrator.ledger.JobEquivalent;
import com.noragentia.helios.orchestrator.ledger.Settlement;
import com.noragentia.helios.orchestrator.ledger.Tables;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds, payments and releases of jobs, whatever becomes of them. */
class PaidWorkTest {

    private static final String QUESTION = "q".repeat(400);
    /** One credit a token, both ways. */
    private static final Credits WORTH = Credits.of(100 + 50);

    private @TempDir Path data;

    @AutoClose
    private PaidTrial trial;

    @BeforeEach
    void start() {
        trial = new PaidTrial(data, Tables.of(PaidTrial.MODEL, Credits.of(1)), new Families());
    }

    @Test
    void what_a_job_may_cost_is_held_before_its_answer_is_known() {
        String job = trial.ask("ada", QUESTION);

        assertThat(trial.see(() -> trial.till.held)).containsOnlyKeys(job);
        assertThat(trial.till.left(job))
                .isEqualTo(JobEquivalent.REFERENCE.burn().with(Credits.of(100 + 1_024)));
        assertThat(trial.till.released).isEmpty();
    }

    @Test
    void an_answer_is_paid_by_what_was_counted_and_the_rest_is_released() throws InterruptedException {
        Holder worker = trial.worker("ben");
        String job = trial.ask("ada", QUESTION);
        LeasedTask task = trial.next();

        trial.answer(worker, task, said("a".repeat(200)));

        JobResult result = result("ada", job);
        assertThat(trial.till.settled)
                .containsExactly(new Settlement(
                        task.task(),
                        job,
                        "ada",
                        worker.device(),
                        "ben",
                        WORTH,
                        Optional.of(JobEquivalent.REFERENCE.burn().with(Credits.of(100 + 1_024))),
                        new LedgerEntry.Facts(
                                LedgerEntry.commitment(task.task(), task.lease()),
                                "chat",
                                PaidTrial.MODEL,
                                1,
                                new Measure(100, 50, 0, 0, 0))));
        assertThat(trial.till.released).containsExactly(job);
        assertThat(result.credits())
                .isEqualTo(JobEquivalent.REFERENCE.burn().with(WORTH).toDouble());
    }

    @Test
    void a_second_or_foreign_completion_pays_nobody() throws InterruptedException {
        Holder worker = trial.worker("ben");
        String job = trial.ask("ada", QUESTION);
        LeasedTask task = trial.next();

        trial.answer(new Holder("a thief's", "eve", "name", "session"), task, said("mine"));
        assertThat(trial.see(() -> trial.till.settled)).isEmpty();
        trial.answer(worker, task, said("a"));
        trial.answer(worker, task, said("a"));

        result("ada", job);
        assertThat(trial.see(() -> trial.till.settled)).hasSize(1);
    }

    @Test
    void own_devices_and_kin_work_free_of_charge() throws InterruptedException {
        Holder own = trial.worker("family ada");
        String job = trial.ask("family ada", QUESTION);
        trial.answer(own, trial.next(), said("a"));
        assertThat(result("family ada", job).credits()).isZero();

        trial.leases.left(own);
        Holder kin = trial.worker("family ben");
        String another = trial.ask("family ada", QUESTION);
        trial.answer(kin, trial.next(), said("a"));
        assertThat(result("family ada", another).credits()).isZero();

        assertThat(trial.see(() -> trial.till.settled)).isEmpty();
        assertThat(trial.till.released).containsExactlyInAnyOrder(job, another);
    }

    @Test
    void nobody_is_paid_for_an_attempt_that_came_to_nothing() throws InterruptedException {
        Holder worker = trial.worker("ben");
        String job = trial.ask("ada", QUESTION);

        trial.leases.failed(
                worker, trial.next().lease(), new Failure.Unanswerable(Problem.of(ProblemCode.INTERNAL, "on purpose")));

        assertThat(trial.see(() -> trial.till.settled)).isEmpty();
        assertThat(trial.till.released).containsExactly(job);
    }

    @Test
    void a_job_taken_back_or_expired_costs_nothing() {
        String withdrawn = trial.ask("ada", QUESTION);
        trial.jobs.desk().cancel("ada", withdrawn);
        trial.jobs.desk().cancel("ada", withdrawn);
        String forgotten = trial.ask("ada", QUESTION);
        trial.clock.pass(Duration.ofMinutes(21));
        trial.jobs.retention().expireUnserved();

        assertThat(trial.see(() -> trial.till.released)).containsExactlyInAnyOrder(withdrawn, forgotten);
        assertThat(trial.till.settled).isEmpty();
    }

    @Test
    void what_was_counted_outlives_a_restart() throws InterruptedException {
        String job = trial.ask("ada", QUESTION);
        trial.close();
        trial = new PaidTrial(data, Tables.of(PaidTrial.MODEL, Credits.of(1)), Kinship.NONE);
        trial.leases.recover();
        Holder worker = trial.worker("ben");

        trial.till.knows(job, Credits.of(10_000)); // as a ledger does that was read again
        trial.answer(worker, trial.next(), said("a".repeat(200)));

        result("ada", job);
        assertThat(trial.till.settled).extracting(Settlement::work).containsExactly(WORTH);
    }

    private JobResult result(String member, String job) {
        assertThat(trial.jobs.desk().status(member, job).state()).isEqualTo(JobState.DONE);
        return Objects.requireNonNull(trial.jobs.desk().status(member, job).result());
    }

    private static TaskOutput said(String text) {
        return new TaskOutput.Chat(text, List.of(), AnswerOrigin.GENERATED);
    }
}
