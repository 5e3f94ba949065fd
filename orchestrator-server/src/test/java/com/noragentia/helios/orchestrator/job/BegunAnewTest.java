/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.ops.NetworkRules;
import com.noragentia.helios.orchestrator.trial.EventReader.Numbered;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.message.ToWorker;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where another model takes a job over, its words are not mixed with those of the first. */
class BegunAnewTest extends LostWriterFixture {

    @Override
    NetworkRules rules() {
        NetworkRules lax = NetworkRules.LAX;
        return new NetworkRules(
                lax.enrolment(), lax.access(), lax.canaries(), lax.maturation(), List.of(Worker.DEMONSTRATION));
    }

    /** One that hosts nothing but the demonstration model. */
    private Worker demonstrating() {
        Worker worker = Worker.joinToDemonstrate(member);
        for (int i = 0; i < 4; i++) {
            ToWorker.Assign order = worker.hear(ToWorker.Assign.class);
            if (order.model().manifest().contains(Worker.DEMONSTRATION)) {
                worker.loaded(order);
            }
        }
        return worker;
    }

    /** A job of which the demonstration model wrote three pieces and was lost; then another model takes it. */
    private ToWorker.RunTask takenOver(Worker next, String job, Worker lost) {
        ToWorker.RunTask first = lost.hear(ToWorker.RunTask.class);
        assertThat(first.model()).isEqualTo(Worker.DEMONSTRATION);
        piece(lost, first, 0, "One", List.of(1));
        piece(lost, first, 1, " two", List.of(2));
        piece(lost, first, 2, " three", List.of(3));
        return lostAfter(lost, job, 3, next);
    }

    @Test
    void another_model_begins_from_the_first_piece_and_every_reader_is_told() {
        Worker lost = demonstrating();
        String job = member.ask("Count.");
        try (Worker next = second()) {
            ToWorker.RunTask second = takenOver(next, job, lost);

            assertThat(second.model()).isNotEqualTo(Worker.DEMONSTRATION);
            assertThat(second.nextIndex()).isZero();
            assertThat(second.written()).isNull();
            next.piece(second, 0, "Uno");
            next.piece(second, 1, " dos");
            next.complete(second, "Uno dos");
            awaitDone(job);

            assertThat(whole(job, "after=0").stream().map(Numbered::event))
                    .containsSubsequence(
                            new JobEvent.Token(2, " three"),
                            new JobEvent.Requeued(3),
                            JobEvent.Requeued.ANEW,
                            new JobEvent.Token(0, "Uno"));
            everyReaderEndsWith("Uno dos", job, 3);
        }
    }

    @Test
    void what_is_void_stays_void_after_a_restart() {
        Worker lost = demonstrating();
        String job = member.ask("Count.");
        Worker next = second();
        ToWorker.RunTask second = takenOver(next, job, lost);
        next.piece(second, 0, "Uno");
        await().atMost(SOON).until(() -> shown(page(job)).equals("Uno"));

        network.restart();
        next.close();
        try (Worker third = Worker.join(network.anotherDevice(member, "third")).ready()) {
            clock.pass(Duration.ofSeconds(30));
            ToWorker.RunTask again = third.hear(ToWorker.RunTask.class);
            assertThat(again.nextIndex()).as("of the pieces that count").isEqualTo(1);
            third.piece(again, 1, " dos");
            third.complete(again, "Uno dos");
            awaitDone(job);

            assertThat(shown(whole(job, "after=0"))).isEqualTo("Uno dos");
        }
    }
}
