/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.dispatch.Failure;
import com.noragentia.helios.orchestrator.dispatch.Holder;
import com.noragentia.helios.orchestrator.dispatch.HostedModel;
import com.noragentia.helios.orchestrator.dispatch.Kinship;
import com.noragentia.helios.orchestrator.dispatch.LeasedTask;
import com.noragentia.helios.orchestrator.ledger.Access;
import com.noragentia.helios.orchestrator.ledger.PricesInForce;
import com.noragentia.helios.orchestrator.ledger.Settlement;
import com.noragentia.helios.orchestrator.ledger.Tables;
import com.noragentia.helios.orchestrator.trial.Sights;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.JobStatus;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.Absence;
import com.noragentia.helios.protocol.task.TaskInput.Unseen;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at pictures of which some parts come to nothing. */
final class MissedPartsTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 1};
    private static final String READS = "reads";
    private static final String TELLS = "tells";
    private static final String FINDS = "finds";
    private static final Problem NO_PICTURE = Problem.of(ProblemCode.FILE_UNREADABLE, "no picture");
    /** From when on nothing is forgiven to workers. */
    private static final Duration AFTER_THE_START = Duration.ofMinutes(3);

    private static final Duration TOO_LONG = Duration.ofMinutes(21);
    private static final TaskOutput NOTHING = new TaskOutput.Image("", List.of(), List.of());

    @AutoClose
    private PaidTrial trial;

    private Holder reader;
    private Holder teller;
    private Holder finder;

    @BeforeEach
    void start(@TempDir Path data) {
        trial = new PaidTrial(
                data,
                new PricesInForce(Tables.of(List.of(READS, TELLS, FINDS), Credits.of(1))),
                Kinship.NONE,
                Optional.empty(),
                List.of(offer(READS, Expert.IMAGE), offer(TELLS, Expert.DESCRIPTION), offer(FINDS, Expert.OBJECTS)),
                Access.EVERYONE);
        reader = trial.worker("ben", hosted(READS, Expert.IMAGE));
        teller = trial.worker("cleo", hosted(TELLS, Expert.DESCRIPTION));
        finder = trial.worker("dan", hosted(FINDS, Expert.OBJECTS));
        trial.see(() -> true); // they have arrived
        trial.clock.pass(AFTER_THE_START);
    }

    private static ModelOnOffer offer(String id, Expert expert) {
        return new ModelOnOffer(id, Set.of(expert), false);
    }

    private static HostedModel hosted(String id, Expert expert) {
        return new HostedModel(id, Set.of(expert), true);
    }

    private String ask(@Nullable String model) {
        Attachment picture = trial.bring("ada", "1.png", PNG);
        TaskInput input = new TaskInput.Image(Language.EN, "What is this?", List.of(picture));
        return trial.jobs.desk().submit("ada", new JobRequest(input, null, model), Optional.empty());
    }

    private Map<Expert, LeasedTask> parts() throws InterruptedException {
        Map<Expert, LeasedTask> parts = new EnumMap<>(Expert.class);
        while (parts.size() < 3) {
            LeasedTask part = trial.next();
            parts.put(part.input().expert(), part);
        }
        return parts;
    }

    private void answer(Holder worker, @Nullable LeasedTask part) {
        LeasedTask task = Objects.requireNonNull(part);
        trial.answer(worker, task, Sights.right(task.input().expert()));
    }

    private void failForGood(Holder worker, @Nullable LeasedTask part) {
        trial.leases.failed(worker, Objects.requireNonNull(part).lease(), new Failure.Unanswerable(NO_PICTURE));
    }

    /** Gives a part back, and takes no other. */
    private void goAway(Holder worker, @Nullable LeasedTask part) {
        trial.leases.drains(worker);
        trial.leases.failed(worker, Objects.requireNonNull(part).lease(), new Failure.Elsewhere());
    }

    private JobStatus status(String job) {
        trial.see(() -> true); // after all that workers said
        return trial.jobs.desk().status("ada", job);
    }

    @Test
    void the_answer_is_made_of_what_there_is_and_says_what_is_missing() throws InterruptedException {
        String job = ask(null);
        Map<Expert, LeasedTask> parts = parts();
        failForGood(teller, parts.get(Expert.DESCRIPTION));
        answer(reader, parts.get(Expert.IMAGE));
        answer(finder, parts.get(Expert.OBJECTS));

        LeasedTask all = trial.next();

        TaskInput.Combine combine = (TaskInput.Combine) all.input();
        assertThat(combine.parts())
                .extracting(TaskInput.Combined::output)
                .containsExactly(Sights.right(Expert.IMAGE), NOTHING, Sights.right(Expert.OBJECTS));
        assertThat(Objects.requireNonNull(combine.look()).unseen())
                .containsExactly(new Unseen(Sight.DESCRIPTION, true, null, Absence.FAILED));
        trial.answer(reader, all, Sights.right(Expert.IMAGE));
        assertThat(status(job).state()).isEqualTo(JobState.DONE);
        assertThat(trial.see(() -> List.copyOf(trial.till.settled)))
                .extracting(settlement -> settlement.facts().model())
                .containsExactly(READS, FINDS, READS);
        assertThat(trial.till.released).containsExactly(job);
    }

    @Test
    void the_last_part_may_be_the_one_that_fails() throws InterruptedException {
        ask(null);
        Map<Expert, LeasedTask> parts = parts();
        answer(reader, parts.get(Expert.IMAGE));
        failForGood(finder, parts.get(Expert.OBJECTS));
        failForGood(teller, parts.get(Expert.DESCRIPTION));

        TaskInput.Combine all = (TaskInput.Combine) trial.next().input();

        assertThat(Objects.requireNonNull(all.look()).unseen())
                .extracting(Unseen::sight)
                .containsExactly(Sight.DESCRIPTION, Sight.OBJECTS);
    }

    @Test
    void what_was_named_is_not_missed_in_silence() throws InterruptedException {
        String job = ask(TELLS);
        Map<Expert, LeasedTask> parts = parts();
        answer(reader, parts.get(Expert.IMAGE));
        failForGood(teller, parts.get(Expert.DESCRIPTION));

        assertThat(status(job).state()).isEqualTo(JobState.FAULTED);
        assertThat(status(job).problem()).isEqualTo(NO_PICTURE);
    }

    @Test
    void where_nothing_at_all_can_be_seen_the_job_fails() throws InterruptedException {
        String job = ask(null);
        Map<Expert, LeasedTask> parts = parts();
        failForGood(teller, parts.get(Expert.DESCRIPTION));
        failForGood(finder, parts.get(Expert.OBJECTS));
        assertThat(status(job).state()).isEqualTo(JobState.RUNNING);
        failForGood(reader, parts.get(Expert.IMAGE));

        assertThat(status(job).state()).isEqualTo(JobState.FAULTED);
        assertThat(status(job).problem()).isEqualTo(NO_PICTURE);
        assertThat(trial.till.settled).isEmpty();
    }

    @Test
    void nobody_waits_longer_than_usual_for_what_may_be_missed() throws InterruptedException {
        String job = ask(null);
        Map<Expert, LeasedTask> parts = parts();
        answer(reader, parts.get(Expert.IMAGE));
        answer(teller, parts.get(Expert.DESCRIPTION));
        goAway(finder, parts.get(Expert.OBJECTS));
        assertThat(status(job).partsDone()).isEqualTo(2);
        trial.clock.pass(TOO_LONG);

        trial.jobs.retention().expireUnserved();

        LeasedTask all = trial.next();
        assertThat(Objects.requireNonNull(((TaskInput.Combine) all.input()).look())
                        .unseen())
                .containsExactly(new Unseen(Sight.OBJECTS, true, null, Absence.FAILED));
        trial.answer(reader, all, Sights.right(Expert.IMAGE));
        assertThat(status(job).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void a_job_whose_text_nobody_reads_expires_whole() throws InterruptedException {
        String job = ask(null);
        Map<Expert, LeasedTask> parts = parts();
        goAway(reader, parts.get(Expert.IMAGE));
        goAway(finder, parts.get(Expert.OBJECTS));
        assertThat(status(job).state()).isEqualTo(JobState.RUNNING);
        answer(teller, parts.get(Expert.DESCRIPTION));
        trial.see(() -> true);
        trial.clock.pass(TOO_LONG);

        trial.jobs.retention().expireUnserved();

        assertThat(status(job).state()).isEqualTo(JobState.EXPIRED);
    }

    @Test
    void an_empty_answer_is_not_paid_and_somebody_else_is_asked() throws InterruptedException {
        ask(null);
        Map<Expert, LeasedTask> parts = parts();
        Holder another = trial.worker("eve", hosted(TELLS, Expert.DESCRIPTION));
        trial.answer(teller, Objects.requireNonNull(parts.get(Expert.DESCRIPTION)), NOTHING);

        LeasedTask again = trial.next();

        assertThat(again.task())
                .isEqualTo(Objects.requireNonNull(parts.get(Expert.DESCRIPTION)).task());
        assertThat(trial.see(() -> List.copyOf(trial.till.settled))).isEmpty();
        answer(another, again);
        assertThat(trial.see(() -> List.copyOf(trial.till.settled)))
                .extracting(Settlement::owner)
                .containsExactly("eve");
    }

    @Test
    void words_about_nothing_and_text_that_is_none_are_not_paid_either() throws InterruptedException {
        ask(null);
        Map<Expert, LeasedTask> parts = parts();
        trial.answer(
                finder, Objects.requireNonNull(parts.get(Expert.OBJECTS)), Sights.described("a circle, I am sure"));
        trial.answer(reader, Objects.requireNonNull(parts.get(Expert.IMAGE)), NOTHING);

        assertThat(trial.see(() -> List.copyOf(trial.till.settled))).isEmpty();
    }
}
