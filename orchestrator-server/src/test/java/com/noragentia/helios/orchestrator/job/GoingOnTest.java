/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.message.ToWorker;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a language model wrote before its worker was lost goes to the next one, and nowhere else. */
class GoingOnTest extends LostWriterFixture {

    private ToWorker.RunTask lostAfter(Worker worker, String job, int pieces) {
        return lostAfter(worker, job, pieces, second());
    }

    @Test
    void the_next_worker_is_given_words_tokens_and_seed() {
        Worker lost = Worker.join(member).ready();
        String job = member.ask("Tell a story.");
        ToWorker.RunTask first = lost.hear(ToWorker.RunTask.class);
        piece(lost, first, 0, "Once", List.of(17));
        piece(lost, first, 1, " upon 🙂", List.of(4, 250, 251));

        ToWorker.RunTask second = lostAfter(lost, job, 2);

        assertThat(first.written()).isNull();
        assertThat(second.nextIndex()).isEqualTo(2);
        assertThat(second.written())
                .containsExactly(
                        new ToWorker.Piece("Once", List.of(17)), new ToWorker.Piece(" upon 🙂", List.of(4, 250, 251)));
        assertThat(second.seed()).isNotNull().isEqualTo(first.seed());
    }

    @Test
    void what_was_not_written_token_by_token_begins_anew() {
        Worker lost = Worker.join(member).ready();
        String job = member.ask("Tell a story.");
        ToWorker.RunTask first = lost.hear(ToWorker.RunTask.class);
        piece(lost, first, 0, "Once", List.of(17));
        lost.piece(first, 1, " upon");

        ToWorker.RunTask second = lostAfter(lost, job, 2);

        assertThat(second.nextIndex()).isZero();
        assertThat(second.written()).isNull();
    }

    @Test
    void what_is_no_language_model_gives_the_same_pieces_again() {
        Worker lost = Worker.join(member).ready();
        String job = member.ask("Tell a story.");
        ToWorker.RunTask first = lost.hear(ToWorker.RunTask.class);
        lost.piece(first, 0, "Once");
        lost.piece(first, 1, " upon");

        assertThat(lostAfter(lost, job, 2).nextIndex()).isEqualTo(2);
    }

    @Test
    void tokens_outlive_a_restart_but_not_the_words() {
        Worker lost = Worker.join(member).ready();
        String job = member.ask("Tell a story.");
        ToWorker.RunTask first = lost.hear(ToWorker.RunTask.class);
        piece(lost, first, 0, "Once", List.of(17));
        await().atMost(SOON).until(() -> piecesOf(job) == 1);
        network.restart();
        lost.close();
        Member other = network.anotherDevice(member, "second computer");
        Worker next = Worker.join(other).ready();
        clock.pass(Duration.ofSeconds(30));
        ToWorker.RunTask second = next.hear(ToWorker.RunTask.class);
        assertThat(second.written()).containsExactly(new ToWorker.Piece("Once", List.of(17)));

        next.complete(second, "Once");
        awaitDone(job);
        clock.pass(JobRetention.KEEP.plusSeconds(1));
        member.login(); // the token has grown too old meanwhile
        await().atMost(SOON).until(() -> events(job).status() == 410);
        network.stop();

        try (Store store = SqliteStore.open(data.resolve("helios.db"))) {
            int left = store.read(tx -> tx.handle()
                    .createQuery("SELECT COUNT(*) FROM job_event WHERE tokens IS NOT NULL")
                    .mapTo(Integer.class)
                    .one());
            assertThat(left).isZero();
        }
    }

    @Test
    void readers_of_the_answer_see_no_tokens() {
        try (Worker worker = Worker.join(member).ready()) {
            String job = member.ask("Tell a story.");
            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            piece(worker, task, 0, "Once", List.of(987_654));
            await().atMost(SOON).until(() -> piecesOf(job) == 1);

            assertThat(events(job).body()).contains("Once").doesNotContain("987654");
        }
    }

    @Test
    void a_worker_that_sends_what_no_model_writes_is_not_heard_on() {
        Worker broken = Worker.join(member).ready();
        String job = member.ask("Tell a story.");
        ToWorker.RunTask task = broken.hear(ToWorker.RunTask.class);

        piece(broken, task, 0, "Once", List.of(-1));

        await().atMost(SOON)
                .until(() ->
                        member.status(job).attempts() > 1 || member.status(job).state() == JobState.QUEUED);
        assertThat(piecesOf(job)).isZero();
        broken.close();
    }
}
