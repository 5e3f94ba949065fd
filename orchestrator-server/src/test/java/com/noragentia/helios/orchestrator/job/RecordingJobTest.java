/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Uploads;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobResult;
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
import com.noragentia.helios.protocol.task.Spoken;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.protocol.task.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Recordings as jobs, over real sockets: long ones in stretches, questions in two steps. */
class RecordingJobTest extends JobFixture {

    @Test
    void stretches_of_a_long_recording_are_joined_in_their_order_and_one_that_fails_is_heard_again_alone() {
        try (Worker worker = Worker.joinToDemonstrate(member, Worker.LISTENER).ready()) {
            String job = ask("", Uploads.recording(member, 140));
            ToWorker.RunTask first = worker.hear(ToWorker.RunTask.class);
            ToWorker.RunTask second = worker.hear(ToWorker.RunTask.class);
            assertThat(List.of(stretch(first), stretch(second)))
                    .containsExactlyInAnyOrder(new Share(1, 2), new Share(2, 2));
            worker.say(new FromWorker.Failed(
                    first.lease(), FailureClass.CAPACITY, Problem.of(ProblemCode.INTERNAL, "not now")));
            write(worker, second);
            ToWorker.RunTask again = worker.hear(ToWorker.RunTask.class);
            assertThat(again.input()).isEqualTo(first.input());
            write(worker, again);

            JobResult result = done(job);
            assertThat(result.output())
                    .isEqualTo(new TaskOutput.Audio(
                            "Stretch 1.\nStretch 2.",
                            List.of(),
                            List.of(said(1), said(2)),
                            new Spoken(List.of("en"), true)));
            assertThat(result.usage()).isEqualTo(new Usage(0, 2, 0, 0, 140));
        }
    }

    @Test
    void a_question_is_asked_of_who_reads_documents_whatever_model_was_named_for_listening() {
        try (Worker worker = Worker.joinToDemonstrate(member, Worker.LISTENER).ready()) {
            String job = ask("Who arrives?", Uploads.recording(member, 20));
            ToWorker.RunTask heard = worker.hear(ToWorker.RunTask.class);
            assertThat(heard.model()).isEqualTo(Worker.LISTENER);
            assertThat(heard.input().question()).isEmpty();
            write(worker, heard);

            ToWorker.RunTask asked = worker.hear(ToWorker.RunTask.class);
            assertThat(asked.model()).isEqualTo("helios-retrieval-1");
            assertThat(asked.input())
                    .isEqualTo(new TaskInput.Combine(
                            Expert.DOCUMENT,
                            Language.EN,
                            "Who arrives?",
                            List.of(new TaskInput.Combined("talk.wav", output(0), Worker.LISTENER))));
            TaskOutput answer = new TaskOutput.Document("Laura.", List.of(), AnswerOrigin.QUOTED);
            worker.piece(asked, 0, "Laura.");
            worker.say(new FromWorker.Completed(asked.lease(), answer, new Usage(0, 1, 0, 0, 0)));

            assertThat(done(job).output()).isEqualTo(answer);
            assertThat(done(job).model()).isEqualTo("helios-listen-1, helios-retrieval-1");
        }
    }

    @Test
    void a_stretch_is_paid_by_its_seconds() {
        Member other = network.anotherMember("bea");
        List<Double> costs = new ArrayList<>();
        try (Worker worker = Worker.joinToDemonstrate(other, Worker.LISTENER).ready()) {
            for (int seconds : List.of(70, 140)) {
                String job = ask("", Uploads.recording(member, seconds));
                for (int part = 0; part < seconds / 70; part++) {
                    write(worker, worker.hear(ToWorker.RunTask.class));
                }
                costs.add(Objects.requireNonNull(done(job).credits()));
            }
        }
        assertThat(costs.getFirst()).isPositive();
        assertThat(costs.getLast() / costs.getFirst()).isBetween(1.9, 2.1);
    }

    private String ask(String question, Attachment file) {
        return ask(new TaskInput.Audio(Language.EN, question, List.of(file)), Worker.LISTENER);
    }

    private static Share stretch(ToWorker.RunTask task) {
        return Objects.requireNonNull(((TaskInput.Audio) task.input()).share());
    }

    private static void write(Worker worker, ToWorker.RunTask task) {
        Share stretch = ((TaskInput.Audio) task.input()).share();
        worker.say(new FromWorker.Completed(
                task.lease(), output(stretch == null ? 0 : stretch.number()), new Usage(0, 1, 0, 0, 70)));
    }

    private static TaskOutput output(int number) {
        return new TaskOutput.Audio(
                "Stretch " + number + ".", List.of(), List.of(said(number)), new Spoken(List.of("en"), true));
    }

    private static Utterance said(int number) {
        return new Utterance("talk.wav", number * 70_000L, number * 70_000L + 1_000, "Stretch " + number + ".");
    }
}
