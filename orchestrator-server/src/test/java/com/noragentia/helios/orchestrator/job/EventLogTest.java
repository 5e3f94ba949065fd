/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that follow from other rows are read like any, though no row holds them. */
class EventLogTest {

    private static final String JOB = "j";
    private static final JobEvent.Queued QUEUED = new JobEvent.Queued(7);
    private static final JobEvent.Started STARTED = new JobEvent.Started("desk", "model", 1);
    private static final JobEvent.Requeued REQUEUED = new JobEvent.Requeued(0);
    private static final JobEvent.Token TOKEN = new JobEvent.Token(0, "two\nlines");
    private static final JobEvent.Cancelled END = new JobEvent.Cancelled();

    private final JobTable jobs = new JobTable();
    private SqliteStore store;
    private EventLog log;

    @BeforeEach
    void accept(@TempDir Path folder) {
        store = SqliteStore.open(folder.resolve("events.db"));
        log = new EventLog(jobs, new LiveTail());
        write(tx -> {
            NewJob job = new NewJob(JOB, "m", Expert.CHAT, Optional.empty(), Optional.empty(), Optional.empty(), "");
            jobs.add(tx, job, 1, false, QUEUED.position(), Instant.EPOCH);
            log.begin(tx, JOB, QUEUED.position());
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_follows_from_other_rows_is_read_without_a_row() {
        write(tx -> log.note(tx, JOB, STARTED));
        assertThat(rows()).isZero();
        assertThat(read(0)).containsExactly(event(1, QUEUED), event(2, STARTED));
        assertThat(read(1)).containsExactly(event(2, STARTED));
        assertThat(read(2)).isEmpty();
        assertThat(store.<Long>read(tx -> log.newest(tx, JOB))).isEqualTo(2);
        assertThat(store.<Boolean>read(tx -> log.after(tx, JOB, 2).isLast())).isFalse();
    }

    @Test
    void the_end_is_written_together_with_what_was_not_yet() {
        write(tx -> log.note(tx, JOB, STARTED));
        write(tx -> log.append(tx, JOB, END));
        assertThat(rows()).isEqualTo(1);
        assertThat(read(0)).containsExactly(event(1, QUEUED), event(2, STARTED), event(3, END));
        assertThat(read(1)).containsExactly(event(2, STARTED), event(3, END));
        assertThat(store.<Optional<JobEvent>>read(tx -> log.ending(tx, JOB))).contains(END);
    }

    @Test
    void a_piece_brings_what_was_before_it_into_rows_of_their_own() {
        write(tx -> log.note(tx, JOB, STARTED));
        write(tx -> log.append(tx, JOB, TOKEN));
        assertThat(rows()).isEqualTo(3);
        assertThat(read(0)).containsExactly(event(1, QUEUED), event(2, STARTED), event(3, TOKEN));
        assertThat(store.<Optional<EventLog.Piece>>read(tx -> log.pieceFrom(tx, JOB, 1)))
                .contains(new EventLog.Piece(3, 0));
    }

    @Test
    void a_unit_that_fails_takes_its_events_back_and_leaves_no_gap() {
        assertThatThrownBy(() -> write(tx -> {
                    log.note(tx, JOB, STARTED);
                    log.append(tx, JOB, TOKEN);
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(read(0)).containsExactly(event(1, QUEUED));
        write(tx -> log.append(tx, JOB, END));
        assertThat(read(0)).containsExactly(event(1, QUEUED), event(2, END));
    }

    @Test
    void after_a_start_events_without_a_row_have_the_numbers_they_had() {
        write(tx -> log.note(tx, JOB, STARTED));
        log = new EventLog(jobs, new LiveTail());
        assertThat(read(0)).containsExactly(event(1, QUEUED));
        write(tx -> log.goesOn(tx, JOB, STARTED));
        assertThat(read(0)).containsExactly(event(1, QUEUED), event(2, STARTED));
    }

    @Test
    void after_a_start_an_attempt_that_was_written_is_not_told_twice() {
        write(tx -> log.note(tx, JOB, STARTED));
        write(tx -> log.append(tx, JOB, TOKEN));
        log = new EventLog(jobs, new LiveTail());
        write(tx -> log.goesOn(tx, JOB, STARTED));
        assertThat(read(2)).containsExactly(event(3, TOKEN));
    }

    @Test
    void after_a_start_the_second_attempt_is_told_though_the_first_was_written() {
        write(tx -> log.note(tx, JOB, STARTED));
        write(tx -> log.append(tx, JOB, REQUEUED));
        JobEvent.Started second = new JobEvent.Started("laptop", "model", 2);
        write(tx -> log.note(tx, JOB, second));
        log = new EventLog(jobs, new LiveTail());
        write(tx -> log.goesOn(tx, JOB, second));
        assertThat(read(2)).containsExactly(event(3, REQUEUED), event(4, second));
    }

    @Test
    void a_forgotten_job_has_no_events_and_none_will_come() {
        write(tx -> {
            log.delete(tx, JOB);
            jobs.markForgotten(tx, JOB, Instant.EPOCH.plusSeconds(1));
        });
        assertThat(read(0)).isEmpty();
        assertThat(store.<Boolean>read(tx -> log.after(tx, JOB, 0).isLast())).isTrue();
    }

    private void write(Consumer<Transaction> work) {
        store.write(tx -> {
            work.accept(tx);
            return true;
        });
    }

    private List<StoredEvent> read(long after) {
        return store.<EventPage>read(tx -> log.after(tx, JOB, after)).events();
    }

    private static StoredEvent event(long sequence, JobEvent event) {
        return new StoredEvent(sequence, JsonCodec.encodeToString(event), event.isLast());
    }

    private int rows() {
        return store.read(tx -> tx.statements()
                .first("SELECT COUNT(*) FROM job_event", row -> row.getInt(1))
                .orElseThrow());
    }
}
