/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.worker.expert.WrittenPiece;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeaseStreamTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final List<FromWorker> sent = new ArrayList<>();

    private LeaseStream stream(int nextIndex) {
        return new LeaseStream(new HeldLease(task(nextIndex), sent::add), nanos::get);
    }

    private static ToWorker.RunTask task(int nextIndex) {
        return new ToWorker.RunTask(
                "l",
                "t",
                "m",
                1,
                Instant.EPOCH,
                nextIndex,
                new TaskInput.Chat(Language.EN, "?", List.of(), List.of()),
                null,
                Map.of());
    }

    private static WrittenPiece piece(String text, Integer... tokens) {
        return new WrittenPiece(text, List.of(tokens));
    }

    @Test
    void the_first_piece_goes_at_once_and_those_that_come_too_fast_go_together() {
        LeaseStream stream = stream(0);
        stream.piece(piece("a", 1));
        stream.piece(piece("b", 2));
        stream.piece(piece("c", 3, 4));
        assertThat(sent).containsExactly(new FromWorker.Progress("l", 0, "a", List.of(1)));

        nanos.addAndGet(LeaseStream.RHYTHM.toNanos());
        stream.piece(piece("d", 5));
        stream.piece(piece("e", 6));
        stream.flush();
        stream.flush();

        assertThat(sent)
                .containsExactly(
                        new FromWorker.Progress("l", 0, "a", List.of(1)),
                        new FromWorker.Progress("l", 1, "bcd", List.of(2, 3, 4, 5)),
                        new FromWorker.Progress("l", 2, "e", List.of(6)));
    }

    @Test
    void however_fast_words_come_eight_tasks_send_less_than_the_orchestrator_hears() {
        LeaseStream stream = stream(0);
        for (int token = 0; token < 1_000; token++) { // one a millisecond
            stream.piece(piece("a", token));
            nanos.addAndGet(1_000_000);
        }
        assertThat(sent).hasSize(20);
    }

    @Test
    void what_another_worker_brought_is_counted_as_it_was_and_not_sent() {
        LeaseStream stream = stream(2);
        stream.repeated(List.of(piece("ab", 1, 2), piece("c", 3)));
        stream.piece(piece("d", 4));

        assertThat(sent).containsExactly(new FromWorker.Progress("l", 2, "d", List.of(4)));
    }

    @Test
    void pieces_without_tokens_are_never_joined() {
        LeaseStream stream = stream(0);
        stream.piece("one. ");
        stream.piece("two.");

        assertThat(sent)
                .containsExactly(new FromWorker.Progress("l", 0, "one. "), new FromWorker.Progress("l", 1, "two."));
    }

    private static final List<WrittenPiece> A_PART = List.of(piece("ab", 1, 2), piece("c", 3));

    private Outbox newer(List<FromWorker> said) {
        return new Outbox() {
            @Override
            public void send(FromWorker message) {
                said.add(message);
            }

            @Override
            public boolean understands(String feature) {
                return feature.equals(ToWorker.Welcome.BEGUN_ANEW);
            }
        };
    }

    private List<FromWorker> fromTheFirst() {
        return List.of(
                new FromWorker.BegunAnew("l"),
                new FromWorker.Progress("l", 0, "ab", List.of(1, 2)),
                new FromWorker.Progress("l", 1, "c", List.of(3)),
                new FromWorker.Progress("l", 2, "d", List.of(4)));
    }

    @Test
    void where_only_a_part_is_gone_on_with_the_answer_begins_anew() {
        LeaseStream stream = new LeaseStream(new HeldLease(task(4), newer(sent)), nanos::get);
        stream.repeated(A_PART);
        stream.piece(piece("d", 4));

        assertThat(sent).isEqualTo(fromTheFirst());
    }

    @Test
    void where_nothing_is_gone_on_with_the_answer_begins_anew() {
        LeaseStream stream = new LeaseStream(new HeldLease(task(4), newer(sent)), nanos::get);
        stream.repeated(List.of());
        stream.piece(piece("x", 9));

        assertThat(sent)
                .containsExactly(new FromWorker.BegunAnew("l"), new FromWorker.Progress("l", 0, "x", List.of(9)));
    }

    @Test
    void a_first_attempt_begins_nothing_anew() {
        LeaseStream stream = new LeaseStream(new HeldLease(task(0), newer(sent)), nanos::get);
        stream.repeated(List.of());
        stream.piece(piece("x", 9));

        assertThat(sent).containsExactly(new FromWorker.Progress("l", 0, "x", List.of(9)));
    }

    @Test
    void whether_it_was_heard_that_the_answer_begins_anew_shows_after_a_reconnect() {
        HeldLease lease = new HeldLease(task(4), newer(new ArrayList<>()));
        lease.goOnAfter(A_PART);
        lease.piece(piece("d", 4));

        List<FromWorker> unheard = new ArrayList<>();
        lease.resume(newer(unheard), 4);
        assertThat(unheard).isEqualTo(fromTheFirst());
        List<FromWorker> heard = new ArrayList<>();
        lease.resume(newer(heard), 2);
        assertThat(heard).containsExactly(new FromWorker.Progress("l", 2, "d", List.of(4)));
    }

    @Test
    void an_orchestrator_of_before_is_told_nothing_that_it_does_not_understand() {
        LeaseStream stream = stream(4);
        stream.repeated(A_PART);
        stream.piece(piece("d", 4));

        assertThat(sent).isEmpty();
    }
}
