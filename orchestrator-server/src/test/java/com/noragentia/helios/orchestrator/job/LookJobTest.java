/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Pictures;
import com.noragentia.helios.orchestrator.trial.Sights;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.StandingReport;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** “What is this?” as a job, over real sockets. */
final class LookJobTest extends JobFixture {

    private static final String BOTH = Worker.DESCRIBER + "," + Worker.FINDER;
    private static final TaskOutput ANSWER = new TaskOutput.Image("All of it.", List.of(), List.of());

    @Test
    void where_only_text_can_be_read_the_answer_is_made_of_that_and_of_what_is_missing() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = member.ask(new TaskInput.Image(Language.EN, "What is this?", Pictures.upload(member, 1)));
            ToWorker.RunTask read = worker.hear(ToWorker.RunTask.class);
            assertThat(((TaskInput.Image) read.input()).sight()).isNull();
            assertThat(read.input().question()).isEmpty();
            Pictures.read(worker, read);

            ToWorker.RunTask all = worker.hear(ToWorker.RunTask.class);
            assertThat(all.input()).isInstanceOfSatisfying(TaskInput.Combine.class, combine -> {
                TaskInput.Look look = Objects.requireNonNull(combine.look());
                assertThat(look.sights()).containsExactly(Sight.TEXT);
                assertThat(look.unseen())
                        .extracting(TaskInput.Unseen::sight, TaskInput.Unseen::installed)
                        .containsExactly(tuple(Sight.DESCRIPTION, false), tuple(Sight.OBJECTS, false));
                assertThat(combine.parts().getFirst().model()).isEqualTo(read.model());
            });
            TaskOutput answer = new TaskOutput.Image("Text: in 1.png", List.of(), List.of());
            worker.piece(all, 0, "Text: in 1.png");
            worker.say(new FromWorker.Completed(all.lease(), answer, new Usage(0, 1, 0, 0, 0)));

            await().atMost(SOON).until(() -> member.status(job).state() == JobState.DONE);
            assertThat(Objects.requireNonNull(member.status(job).result()).output())
                    .isEqualTo(answer);
        }
    }

    @Test
    void three_parts_and_what_puts_them_together_are_each_paid_once_over_a_restart() {
        Member ben = network.anotherMember("ben");
        Member second = network.anotherDevice(ben, "second");
        Worker describer = Worker.joinToDemonstrate(ben, Worker.DESCRIBER).ready();
        Worker finder = Worker.joinToDemonstrate(second, Worker.FINDER).ready();
        String job = ask(picture(), BOTH);
        Sights.Parts parts = Sights.given(3, describer, finder);
        parts.of(Expert.DESCRIPTION).answer();
        await().atMost(SOON).until(() -> member.status(job).partsDone() == 1);

        network.restart();
        member.login();
        assertThat(member.status(job).partsDone()).isEqualTo(1);
        try (Worker one = comeBack(ben, Worker.DESCRIBER, describer, parts);
                Worker two = comeBack(second, Worker.FINDER, finder, parts)) {
            parts.of(Expert.DESCRIPTION).answer(one); // once more, for nothing
            parts.of(Expert.OBJECTS).answer(two);
            Sights.Given text = parts.of(Expert.IMAGE);
            text.answer(text.worker().equals(describer) ? one : two);
            Sights.Given all = Sights.given(1, one, two).of(Expert.IMAGE);
            assertThat(((TaskInput.Combine) all.task().input()).parts())
                    .extracting(TaskInput.Combined::output)
                    .containsExactly(
                            Sights.right(Expert.IMAGE), Sights.right(Expert.DESCRIPTION), Sights.right(Expert.OBJECTS));
            all.worker().say(new FromWorker.Completed(all.task().lease(), ANSWER, Usage.NONE));

            JobResult result = done(job);

            assertThat(result.output()).isEqualTo(ANSWER);
            assertThat(result.model()).contains(Worker.DESCRIBER, Worker.FINDER);
            assertThat(Objects.requireNonNull(result.credits())).isCloseTo(-available(member), within(1e-5));
            assertThat(result.credits()).isPositive();
        }
    }

    @Test
    void a_look_that_is_taken_back_is_taken_from_everybody_and_costs_what_was_answered() {
        Member ben = network.anotherMember("ben");
        try (Worker describer = Worker.joinToDemonstrate(ben, Worker.DESCRIBER).ready();
                Worker finder = Worker.joinToDemonstrate(network.anotherDevice(ben, "second"), Worker.FINDER)
                        .ready()) {
            String job = ask(picture(), BOTH);
            Sights.Parts parts = Sights.given(3, describer, finder);
            parts.of(Expert.DESCRIPTION).answer();
            await().atMost(SOON).until(() -> member.status(job).partsDone() == 1);

            member.cancel(job);

            assertThat(parts.of(Expert.OBJECTS).worker().hear(ToWorker.CancelTask.class))
                    .isNotNull();
            assertThat(parts.of(Expert.IMAGE).worker().hear(ToWorker.CancelTask.class))
                    .isNotNull();
            double paid = available(member);
            parts.of(Expert.OBJECTS).answer(); // too late
            parts.of(Expert.IMAGE).answer();
            assertThat(describer.hearsNothing(200)).isTrue();
            assertThat(finder.hearsNothing(200)).isTrue();
            assertThat(member.status(job).state()).isEqualTo(JobState.CANCELLED);
            assertThat(available(member)).isEqualTo(paid).isNegative();
        }
    }

    @Test
    void a_phase_of_a_newer_worker_is_heard_and_told_as_work() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = Pictures.ask(member, 1);
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            worker.sayText(JsonCodec.encodeToString(new FromWorker.Working(task.lease(), Phase.LOOKING, 1, 2))
                    .replace("looking", "dreaming"));
            Pictures.read(worker, task);

            assertThat(done(job).output().text()).isEqualTo("in 1.png");
            assertThat(events(job)).contains(new JobEvent.Working(Phase.WORKING, 1, 2));
        }
    }

    private TaskInput picture() {
        return new TaskInput.Image(Language.EN, "What is this?", Pictures.upload(member, 1));
    }

    /** Credits, with nothing kept back. */
    private static double available(Member asker) {
        return asker.get("/api/v1/me/standing")
                .as(StandingReport.class)
                .figures()
                .available()
                .toDouble();
    }

    /** Another session of a device, with the leases that it had. */
    private static Worker comeBack(Member device, String model, Worker before, Sights.Parts parts) {
        before.close();
        Worker after = Worker.joinToDemonstrate(device, model).ready();
        after.say(new FromWorker.OpenLeases(parts.all().stream()
                .filter(part -> part.worker().equals(before))
                .map(part -> part.task().lease())
                .toList()));
        after.hearEventually(ToWorker.LeaseVerdicts.class);
        return after;
    }

    @Test
    void a_member_does_not_say_which_part_a_task_is() {
        TaskInput forged = new TaskInput.Image(Language.EN, "", Pictures.upload(member, 1), null, Sight.DESCRIPTION);

        assertThat(member.tryAsk(forged).problem()).isEqualTo(ProblemCode.REQUEST_INVALID);
    }
}
