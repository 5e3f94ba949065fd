/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.Pictures;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.message.FailureClass;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.protocol.task.Usage;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Jobs that are planned into several tasks, over real sockets. */
class FanOutTest extends JobFixture {

    @Test
    void four_pictures_are_read_by_three_workers_at_once_and_joined_in_their_order() {
        try (Worker one = Worker.join(member).ready();
                Worker two =
                        Worker.join(network.anotherDevice(member, "second")).ready();
                Worker three =
                        Worker.join(network.anotherDevice(member, "third")).ready()) {
            awaitReady(Expert.IMAGE, 3);
            String job = Pictures.ask(member, 4);
            Map<ToWorker.RunTask, Worker> tasks = new LinkedHashMap<>();
            for (Worker worker : List.of(one, two, three)) {
                tasks.put(worker.hear(ToWorker.RunTask.class), worker); // nobody has answered yet
            }
            tasks.forEach((task, worker) -> Pictures.read(worker, task));
            fourth(List.of(one, two, three));

            List<JobEvent> events = events(job);

            assertThat(tasks.keySet()).extracting(Pictures::name).doesNotHaveDuplicates();
            JobResult result = ((JobEvent.Done) events.getLast()).result();
            assertThat(result.output().text()).isEqualTo("in 1.png\nin 2.png\nin 3.png\nin 4.png");
            assertThat(result.output().sources())
                    .extracting(Source::file)
                    .containsExactly("1.png", "2.png", "3.png", "4.png");
            assertThat(List.of(result.worker().split(", ")))
                    .containsExactlyInAnyOrder("first computer", "second", "third");
            assertThat(result.usage()).isEqualTo(new Usage(0, 4, 0, 2.0, 0));
        }
    }

    /** The fourth picture went to whoever had a second hand free. */
    private static void fourth(List<Worker> workers) {
        await().atMost(SOON)
                .until(() -> workers.stream()
                        .anyMatch(worker -> worker.heard(ToWorker.RunTask.class)
                                .map(task -> {
                                    Pictures.read(worker, task);
                                    return task;
                                })
                                .isPresent()));
    }

    @Test
    void the_member_sees_how_many_parts_are_done_and_the_text_as_far_as_it_is_whole() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = Pictures.ask(member, 2);
            ToWorker.RunTask first = worker.hear(ToWorker.RunTask.class);
            ToWorker.RunTask second = worker.hear(ToWorker.RunTask.class);
            assertThat(first.input())
                    .isInstanceOfSatisfying(
                            TaskInput.Image.class,
                            image -> assertThat(image.part()).isEqualTo(new TaskInput.Part(1, 2)));
            assertThat(first.blobs()).hasSize(1);
            worker.piece(second, 0, "of a part, so not of the answer");
            worker.working(second, Phase.RECOGNISING);
            Pictures.read(worker, second);
            await().atMost(SOON).until(() -> member.status(job).partsDone() == 1);
            assertThat(member.status(job).parts()).isEqualTo(2);
            assertThat(member.status(job).state()).isEqualTo(JobState.RUNNING);
            Pictures.read(worker, first);

            List<JobEvent> events = events(job);

            JobEvent.Started started = new JobEvent.Started("first computer", "helios-read-1", 1);
            assertThat(events.subList(0, events.size() - 1))
                    .containsExactly(
                            new JobEvent.Queued(0),
                            new JobEvent.Parts(0, 2),
                            started,
                            started,
                            new JobEvent.Working(Phase.RECOGNISING, 1, 2),
                            new JobEvent.Parts(1, 2),
                            new JobEvent.Parts(2, 2),
                            new JobEvent.Token(0, "in 1.png"),
                            new JobEvent.Token(1, "\nin 2.png"));
            JobResult result = Objects.requireNonNull(member.status(job).result());
            assertThat(events.getLast()).isEqualTo(new JobEvent.Done(result));
            assertThat(result.output().text()).isEqualTo("in 1.png\nin 2.png");
            assertThat(result.worker()).isEqualTo("first computer");
            assertThat(result.timings().queue())
                    .isLessThanOrEqualTo(result.timings().firstToken());
        }
    }

    @Test
    void only_the_part_that_failed_is_asked_again() {
        Worker failing = Worker.join(member).ready();
        String job = Pictures.ask(member, 2);
        ToWorker.RunTask first = failing.hear(ToWorker.RunTask.class);
        ToWorker.RunTask second = failing.hear(ToWorker.RunTask.class);
        try (failing;
                Worker other =
                        Worker.join(network.anotherDevice(member, "second")).ready()) {
            awaitReady(Expert.IMAGE, 2);
            Pictures.read(failing, first);
            failing.say(new FromWorker.Failed(
                    second.lease(), FailureClass.CAPACITY, Problem.of(ProblemCode.NO_WORKER, "no room")));

            ToWorker.RunTask again = other.hear(ToWorker.RunTask.class);

            assertThat(again.task()).isEqualTo(second.task()).isNotEqualTo(first.task());
            assertThat(again.attempt()).isEqualTo(2);
            Pictures.read(other, again);
            List<JobEvent> events = events(job);
            assertThat(events).contains(new JobEvent.Requeued(1), new JobEvent.Parts(2, 2));
            assertThat(failing.hearsNothing(200)).isTrue();
            JobResult result = Objects.requireNonNull(member.status(job).result());
            assertThat(result.worker()).isEqualTo("first computer, second");
            assertThat(result.output().text()).isEqualTo("in 1.png\nin 2.png");
        }
    }

    @Test
    void a_summary_of_documents_is_put_together_by_a_worker_whose_words_the_member_sees() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = member.ask(
                    new TaskInput.Document(Language.ES, "", TaskInput.DocumentGoal.SUMMARY, documents("uno", "dos")));
            ToWorker.RunTask first = worker.hear(ToWorker.RunTask.class);
            ToWorker.RunTask second = worker.hear(ToWorker.RunTask.class);
            worker.piece(first, 0, "uno");
            complete(worker, second, summary("dos.txt", "Dos."));
            complete(worker, first, summary("uno.txt", "Uno."));

            ToWorker.RunTask last = worker.hear(ToWorker.RunTask.class);

            assertThat(last.input())
                    .isEqualTo(new TaskInput.Combine(
                            Expert.DOCUMENT,
                            Language.ES,
                            "",
                            List.of(
                                    new TaskInput.Combined("uno.txt", summary("uno.txt", "Uno."), "helios-retrieval-1"),
                                    new TaskInput.Combined(
                                            "dos.txt", summary("dos.txt", "Dos."), "helios-retrieval-1"))));
            assertThat(last.blobs()).isEmpty();
            worker.piece(last, 0, "Uno. ");
            worker.piece(last, 1, "Dos.");
            complete(worker, last, summary("uno.txt", "Uno. Dos."));
            List<JobEvent> events = events(job);
            assertThat(events.stream().filter(JobEvent.Token.class::isInstance))
                    .containsExactly(new JobEvent.Token(0, "Uno. "), new JobEvent.Token(1, "Dos."));
            JobResult result = Objects.requireNonNull(member.status(job).result());
            assertThat(result.output().text()).isEqualTo("Uno. Dos.");
            assertThat(result.usage()).isEqualTo(new Usage(0, 3, 6, 0, 0));
        }
    }

    @Test
    void a_question_about_pictures_reaches_the_worker_with_all_their_lines() {
        try (Worker worker = Worker.join(member).ready()) {
            member.ask(new TaskInput.Image(Language.EN, "When?", Pictures.upload(member, 2)));
            Pictures.read(worker, worker.hear(ToWorker.RunTask.class));
            Pictures.read(worker, worker.hear(ToWorker.RunTask.class));

            ToWorker.RunTask last = worker.hear(ToWorker.RunTask.class);

            assertThat(last.input().question()).isEqualTo("When?");
            assertThat(last.input())
                    .isInstanceOfSatisfying(
                            TaskInput.Combine.class,
                            combine -> assertThat(combine.parts())
                                    .flatMap(part -> ((TaskOutput.Image) part.output()).lines())
                                    .extracting(TextLine::text)
                                    .containsExactly("in 1.png", "in 2.png"));
        }
    }

    private List<Attachment> documents(String... names) {
        return List.of(names).stream()
                .map(name -> member.upload(name + ".txt", name.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static TaskOutput.Document summary(String file, String text) {
        return new TaskOutput.Document(text, List.of(new Source(file, null, 1, text)), AnswerOrigin.QUOTED);
    }

    private static void complete(Worker worker, ToWorker.RunTask task, TaskOutput output) {
        worker.say(new FromWorker.Completed(task.lease(), output, new Usage(0, 1, 2, 0, 0)));
    }
}
