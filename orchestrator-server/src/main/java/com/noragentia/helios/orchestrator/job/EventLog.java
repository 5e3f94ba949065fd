/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.Lease;
import com.noragentia.helios.orchestrator.dispatch.WrittenAnswer;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;

/** Table {@code job_event}: what happened to each job, in order and for good, until it is forgotten. */
final class EventLog {

    static final int EVENTS_PER_PAGE = 500;

    /** A page ends with the event that passes this. */
    static final int CHARACTERS_PER_PAGE = 1024 * 1024;

    private final LiveTail tail;
    private final NewestEvents newest = new NewestEvents();

    EventLog(LiveTail tail) {
        this.tail = tail;
    }

    /** A piece of the answer, and the number of its event. */
    record Piece(long sequence, int index) {}

    /** Adds an event; those who follow the job hear of it once it is durable. */
    void append(Transaction tx, String job, JobEvent event) {
        append(tx, job, event, null);
    }

    /** Adds a piece, with the tokens that a language model wrote for it: they live as long as the piece, and no reader gets them. */
    void appendPiece(Transaction tx, String job, JobEvent.Token piece, List<Integer> tokens) {
        append(tx, job, piece, tokens.isEmpty() ? null : WrittenTokens.join(tokens));
    }

    private void append(Transaction tx, String job, JobEvent event, @Nullable String tokens) {
        String body = JsonCodec.encodeToString(event);
        long sequence = 1 + newest.of(tx, job, () -> newest(tx, job));
        tx.statements()
                .update(
                        "INSERT INTO job_event (job, sequence, body, last, tokens) VALUES (?, ?, ?, ?, ?)",
                        job,
                        sequence,
                        body,
                        event.isLast(),
                        tokens);
        if (event.isLast()) {
            newest.forget(job);
        } else {
            newest.is(job, sequence);
        }
        StoredEvent stored = new StoredEvent(sequence, body, event.isLast());
        tx.afterCommit(() -> tail.published(job, stored));
    }

    /** How much of the answer is kept: for whoever goes on with it. */
    Lease.Stored answer(Transaction tx, String job) {
        return tx.statements()
                .first(
                        """
                        SELECT COALESCE(SUM(body ->> '$.type' = 'token'), 0) AS pieces,
                               COALESCE(SUM(length(body ->> '$.text')), 0) AS characters,
                               COALESCE(SUM(body ->> '$.type' = 'working'), 0) AS reports
                        FROM job_event WHERE job = ?
                        """,
                        row -> new Lease.Stored(
                                row.getInt("pieces"),
                                row.getLong("characters"),
                                row.getInt("reports"),
                                Optional.empty()),
                        job)
                .orElse(Lease.Stored.NOTHING);
    }

    /** What a language model has written of the answer; empty where it wrote none, or more than one goes on with, or several models did. */
    Optional<WrittenAnswer> written(Transaction tx, String job) {
        WrittenTokens written = new WrittenTokens();
        tx.statements().list("""
                        SELECT body, tokens FROM job_event
                        WHERE job = ? AND body ->> '$.type' IN ('started', 'token') ORDER BY sequence
                        """, row -> written.add(event(row.getString("body")), row.getString("tokens")), job);
        return written.answer();
    }

    /** The events that follow number {@code after}; a forgotten job has none, and none will come. */
    EventPage after(Transaction tx, String job, long after) {
        List<StoredEvent> events = new ArrayList<>();
        long characters = 0;
        try (ResultIterator<StoredEvent> stored = from(tx, job, after + 1)) {
            while (stored.hasNext() && characters < CHARACTERS_PER_PAGE) {
                StoredEvent event = stored.next();
                events.add(event);
                characters += event.body().length();
            }
        }
        boolean isFull = events.size() == EVENTS_PER_PAGE || characters >= CHARACTERS_PER_PAGE;
        return new EventPage(
                events,
                isFull,
                events.isEmpty() ? hasEnded(tx, job) : events.getLast().isLast());
    }

    /** The events from number {@code first} on, at most a page of them, read one by one. */
    private static ResultIterator<StoredEvent> from(Transaction tx, String job, long first) {
        return tx.handle()
                .createQuery("""
                        SELECT sequence, body, last FROM job_event
                        WHERE job = :job AND sequence >= :first ORDER BY sequence LIMIT :limit
                        """)
                .bind("job", job)
                .bind("first", first)
                .bind("limit", EVENTS_PER_PAGE)
                .map((row, _) ->
                        new StoredEvent(row.getLong("sequence"), row.getString("body"), row.getInt("last") == 1))
                .iterator();
    }

    private static boolean hasEnded(Transaction tx, String job) {
        return tx.handle()
                .createQuery("SELECT last FROM job_event WHERE job = :job ORDER BY sequence DESC LIMIT 1")
                .bind("job", job)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(true);
    }

    /** Number of the newest event; 0 where there is none. */
    long newest(Transaction tx, String job) {
        return tx.statements()
                .first(
                        "SELECT sequence FROM job_event WHERE job = ? ORDER BY sequence DESC LIMIT 1",
                        row -> row.getLong(1),
                        job)
                .orElse(0L);
    }

    /** The first piece of the answer among the events from number {@code first} on. */
    Optional<Piece> pieceFrom(Transaction tx, String job, long first) {
        long next = first;
        try (ResultIterator<StoredEvent> stored = from(tx, job, first)) {
            while (stored.hasNext()) {
                StoredEvent event = stored.next();
                if (event(event.body()) instanceof JobEvent.Token(int index, String _)) {
                    return Optional.of(new Piece(event.sequence(), index));
                }
                next = event.sequence() + 1;
            }
        }
        return next == first ? Optional.empty() : pieceFrom(tx, job, next);
    }

    /** How a job ended. */
    Optional<JobEvent> ending(Transaction tx, String job) {
        return tx.handle()
                .createQuery("SELECT body FROM job_event WHERE job = :job AND last = 1")
                .bind("job", job)
                .mapTo(String.class)
                .findOne()
                .map(EventLog::event);
    }

    private static JobEvent event(String body) {
        try {
            return JsonCodec.decode(body, JobEvent.class, Limit.EVENT_BYTES.value());
        } catch (WireException _) { // its message may quote the event
            throw new IllegalStateException("a stored event cannot be read");
        }
    }

    void delete(Transaction tx, String job) {
        newest.forget(job);
        tx.handle()
                .createUpdate("DELETE FROM job_event WHERE job = :job")
                .bind("job", job)
                .execute();
    }
}
