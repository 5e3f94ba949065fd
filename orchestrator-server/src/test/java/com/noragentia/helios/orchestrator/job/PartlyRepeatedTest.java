/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.EventReader.Numbered;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the next worker can go on with only a part of what was written, its words are not mixed with the rest. */
class PartlyRepeatedTest extends LostWriterFixture {

    /** A job of which three pieces were written by a worker that was lost; what the next worker with the same model is told. */
    private ToWorker.RunTask takenOver(Worker next, String job, Worker lost) {
        ToWorker.RunTask first = lost.hear(ToWorker.RunTask.class);
        piece(lost, first, 0, "One", List.of(1));
        piece(lost, first, 1, " lie", List.of(2));
        piece(lost, first, 2, " more", List.of(3));
        ToWorker.RunTask second = lostAfter(lost, job, 3, next);
        assertThat(second.nextIndex()).isEqualTo(3);
        return second;
    }

    private static void beginAnew(Worker worker, ToWorker.RunTask task) {
        worker.say(new FromWorker.BegunAnew(task.lease()));
    }

    @Test
    void the_rest_is_void_and_every_reader_is_told() {
        Worker lost = Worker.join(member).ready();
        String job = member.ask("Count.");
        try (Worker next = second()) {
            ToWorker.RunTask second = takenOver(next, job, lost);

            beginAnew(next, second);
            piece(next, second, 0, "One", List.of(1));
            piece(next, second, 1, " two", List.of(4, 5));
            next.complete(second, "One two");
            awaitDone(job);

            assertThat(whole(job, "after=0").stream().map(Numbered::event))
                    .containsSubsequence(
                            new JobEvent.Token(2, " more"),
                            new JobEvent.Requeued(3),
                            JobEvent.Requeued.ANEW,
                            new JobEvent.Started("second computer", second.model(), 2),
                            new JobEvent.Token(0, "One"),
                            new JobEvent.Token(1, " two"));
            everyReaderEndsWith("One two", job, 3);
        }
    }

    @Test
    void what_is_said_twice_changes_nothing_more() {
        Worker lost = Worker.join(member).ready();
        String job = member.ask("Count.");
        try (Worker next = second()) {
            ToWorker.RunTask second = takenOver(next, job, lost);

            beginAnew(next, second);
            piece(next, second, 0, "One", List.of(1));
            beginAnew(next, second);
            piece(next, second, 0, "One", List.of(1));
            piece(next, second, 1, " two", List.of(4));
            next.complete(second, "One two");
            awaitDone(job);

            List<Numbered> all = whole(job, "after=0");
            assertThat(all.stream().map(Numbered::event)).containsOnlyOnce(JobEvent.Requeued.ANEW);
            assertThat(shown(all)).isEqualTo("One two");
        }
    }

    @Test
    void a_third_worker_goes_on_with_what_counts() {
        Worker lost = Worker.join(member).ready();
        String job = member.ask("Count.");
        Worker next = second();
        ToWorker.RunTask second = takenOver(next, job, lost);
        beginAnew(next, second);
        piece(next, second, 0, "One", List.of(1));
        piece(next, second, 1, " two", List.of(4));
        await().atMost(SOON).until(() -> shown(page(job)).equals("One two"));

        network.restart();
        next.close();
        try (Worker third = Worker.join(network.anotherDevice(member, "third")).ready()) {
            clock.pass(Duration.ofSeconds(30));
            ToWorker.RunTask again = third.hear(ToWorker.RunTask.class);

            assertThat(again.nextIndex()).isEqualTo(2);
            assertThat(again.written())
                    .containsExactly(new ToWorker.Piece("One", List.of(1)), new ToWorker.Piece(" two", List.of(4)));
        }
    }

    @Test
    void nothing_is_void_where_nothing_was_written() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = member.ask("Count.");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);

            beginAnew(worker, task);
            piece(worker, task, 0, "One", List.of(1));
            worker.complete(task, "One");
            awaitDone(job);

            assertThat(whole(job, "after=0").stream().map(Numbered::event))
                    .noneMatch(JobEvent.Requeued.class::isInstance);
        }
    }

    /** Else one worker could make an answer come and go for as long as it likes. */
    @Test
    void whoever_begins_anew_after_a_piece_of_its_own_is_not_heard_on() {
        Worker broken = Worker.join(member).ready();
        String job = member.ask("Count.");
        ToWorker.RunTask task = broken.hear(ToWorker.RunTask.class);
        piece(broken, task, 0, "One", List.of(1));

        beginAnew(broken, task);
        piece(broken, task, 0, "Uno", List.of(2));

        await().atMost(SOON)
                .until(() ->
                        page(job).stream().anyMatch(numbered -> numbered.event().equals(new JobEvent.Requeued(1))));
        assertThat(shown(page(job))).isEqualTo("One");
        broken.close();
    }
}
