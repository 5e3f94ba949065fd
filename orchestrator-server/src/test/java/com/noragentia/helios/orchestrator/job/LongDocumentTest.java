/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.trial.Uploads;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.message.FailureClass;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Share;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A long document, summarised share by share over real sockets. */
class LongDocumentTest extends JobFixture {

    @Test
    void its_shares_are_summarised_apart_and_the_one_that_failed_is_asked_again_alone() {
        Worker failing = Worker.join(member).ready();
        String job = ask(20);
        ToWorker.RunTask first = failing.hear(ToWorker.RunTask.class);
        ToWorker.RunTask second = failing.hear(ToWorker.RunTask.class);
        assertThat(List.of(share(first), share(second))).containsExactlyInAnyOrder(new Share(1, 2), new Share(2, 2));
        assertThat(first.blobs().keySet()).isEqualTo(second.blobs().keySet()).hasSize(1);
        try (failing;
                Worker other =
                        Worker.join(network.anotherDevice(member, "second")).ready()) {
            awaitReady(Expert.DOCUMENT, 2);
            complete(failing, first, summary("Of one share."));
            failing.say(new FromWorker.Failed(
                    second.lease(), FailureClass.CAPACITY, Problem.of(ProblemCode.NO_WORKER, "no room")));

            ToWorker.RunTask again = other.hear(ToWorker.RunTask.class);

            assertThat(share(again)).isEqualTo(share(second));
            complete(other, again, summary("Of the other."));
            Awaitility.await().atMost(SOON).until(() -> putsTogether(failing) || putsTogether(other));
            Awaitility.await().atMost(SOON).until(() -> member.status(job).state() == JobState.DONE);
            JobResult result = Objects.requireNonNull(member.status(job).result());
            assertThat(result.output().text()).isEqualTo("Of both.");
        }
    }

    @Test
    void a_shorter_one_stays_whole() {
        try (Worker worker = Worker.join(member).ready()) {
            ask(19);

            ToWorker.RunTask whole = worker.hear(ToWorker.RunTask.class);

            assertThat(((TaskInput.Document) whole.input()).share()).isNull();
        }
    }

    private String ask(int pages) {
        List<Attachment> text = List.of(Uploads.text(member, pages));
        return member.ask(new TaskInput.Document(Language.EN, "", TaskInput.DocumentGoal.SUMMARY, text));
    }

    /** Whether it is who was asked to make one summary of both. */
    private static boolean putsTogether(Worker worker) {
        Optional<ToWorker.RunTask> last = worker.heard(ToWorker.RunTask.class);
        last.ifPresent(task -> {
            assertThat(((TaskInput.Combine) task.input()).parts())
                    .extracting(TaskInput.Combined::file)
                    .containsExactly("long.txt", "long.txt");
            complete(worker, task, summary("Of both."));
        });
        return last.isPresent();
    }

    private static Share share(ToWorker.RunTask task) {
        return Objects.requireNonNull(((TaskInput.Document) task.input()).share());
    }

    private static TaskOutput.Document summary(String text) {
        return new TaskOutput.Document(text, List.of(new Source("long.txt", null, 1, text)), AnswerOrigin.QUOTED);
    }

    private static void complete(Worker worker, ToWorker.RunTask task, TaskOutput output) {
        worker.say(new FromWorker.Completed(task.lease(), output, new Usage(0, 1, 2, 0, 0)));
    }
}
