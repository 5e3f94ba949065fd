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

/**
 * What happened to each job, in order and for good, until it is forgotten. That a job waits, and that its first worker has begun, follows
 * from its own row and from its lease: such an event is written only together with the next that says more. Adding belongs to the writer's
 * thread; reading is for any.
 */
final class EventLog {

    static final int EVENTS_PER_PAGE = 500;

    /** A page ends with the event that passes this. */
    static final int CHARACTERS_PER_PAGE = 1024 * 1024;

    private final JobTable jobs;
    private final LiveTail tail;
    private final EventTable table = new EventTable();
    private final OpenEvents open = new OpenEvents();
    private final UnwrittenEvents unwritten = new UnwrittenEvents();

    EventLog(JobTable jobs, LiveTail tail) {
        this.jobs = jobs;
        this.tail = tail;
    }

    /** A piece of the answer, and the number of its event. */
    record Piece(long sequence, int index) {}

    /** The first event of a job whose row has just been added. */
    void begin(Transaction tx, String job, int position) {
        note(tx, job, OpenEvents.Open.NOTHING, new JobEvent.Queued(position));
    }

    /** Adds an event; those who follow the job hear of it once it is durable. */
    void append(Transaction tx, String job, JobEvent event) {
        append(tx, job, event, null);
    }

    /** Adds a piece, with the tokens that a language model wrote for it: they live as long as the piece, and no reader gets them. */
    void appendPiece(Transaction tx, String job, JobEvent.Token piece, List<Integer> tokens) {
        append(tx, job, piece, tokens.isEmpty() ? null : WrittenTokens.join(tokens));
    }

    private void append(Transaction tx, String job, JobEvent event, @Nullable String tokens) {
        OpenEvents.Open before = open(tx, job);
        StoredEvent stored =
                new StoredEvent(before.newest() + 1, JsonCodec.encodeToString(event), event.isLast(), tokens);
        table.add(tx, job, before.plus(stored).unwritten());
        if (event.isLast()) {
            open.remove(tx, job);
        } else {
            remember(tx, job, new OpenEvents.Open(stored.sequence(), List.of()));
        }
        tx.afterCommit(() -> {
            unwritten.are(job, List.of());
            tail.published(job, stored);
        });
    }

    /** Adds an event that follows from what the record holds besides, and so need not be written yet; else like {@link #append}. */
    void note(Transaction tx, String job, JobEvent event) {
        note(tx, job, open(tx, job), event);
    }

    private void note(Transaction tx, String job, OpenEvents.Open before, JobEvent event) {
        StoredEvent noted = new StoredEvent(before.newest() + 1, JsonCodec.encodeToString(event), false);
        OpenEvents.Open now = before.plus(noted);
        remember(tx, job, now);
        tx.afterCommit(() -> {
            unwritten.are(job, now.unwritten());
            tail.published(job, noted);
        });
    }

    /** After a start: an attempt goes on that was noted as begun, perhaps without a row. */
    void goesOn(Transaction tx, String job, JobEvent.Started started) {
        if (!table.hasBegun(tx, job)) {
            note(tx, job, started);
        }
    }

    private OpenEvents.Open open(Transaction tx, String job) {
        return open.of(job).orElseGet(() -> {
            long written = table.newest(tx, job);
            return written > 0
                    ? new OpenEvents.Open(written, List.of())
                    : jobs.position(tx, job)
                            .map(position -> new OpenEvents.Open(1, List.of(queued(position))))
                            .orElse(OpenEvents.Open.NOTHING);
        });
    }

    private static StoredEvent queued(int position) {
        return new StoredEvent(1, JsonCodec.encodeToString(new JobEvent.Queued(position)), false);
    }

    private void remember(Transaction tx, String job, OpenEvents.Open events) {
        open.put(tx, job, events);
        open.oneTooMany().ifPresent(oldest -> {
            String forgotten = oldest.getKey();
            if (!oldest.getValue().unwritten().isEmpty()) {
                table.add(tx, forgotten, oldest.getValue().unwritten());
            }
            open.remove(tx, forgotten);
            tx.afterCommit(() -> unwritten.are(forgotten, List.of()));
        });
    }

    /** How much of the answer is kept: for whoever goes on with it. */
    Lease.Stored answer(Transaction tx, String job) {
        return table.answer(tx, job);
    }

    /** What a language model has written of the answer; empty where it wrote none, or more than one goes on with, or several models did. */
    Optional<WrittenAnswer> written(Transaction tx, String job) {
        return gathered(tx, job).answer();
    }

    private WrittenTokens gathered(Transaction tx, String job) {
        WrittenTokens written = new WrittenTokens();
        table.ofAnswer(tx, job).forEach(row -> written.add(event(row.body()), row.tokens()));
        return written;
    }

    /** Whether all pieces are those of one model that is no language model, so that it gives the same again. */
    boolean isRepeatedBy(Transaction tx, String job, String model) {
        return gathered(tx, job).isRepeatedBy(model);
    }

    /** Number of the event before the last that made the pieces before it void; empty where the answer was never begun anew. */
    Optional<Long> beforeAnew(Transaction tx, String job) {
        return table.anew(tx, job).map(sequence -> sequence - 1);
    }

    /** The events that follow number {@code after}; a forgotten job has none, and none will come. */
    EventPage after(Transaction tx, String job, long after) {
        List<StoredEvent> noted = unwritten.of(job); // first: they may go into the table meanwhile
        List<StoredEvent> events = new ArrayList<>();
        long characters = 0;
        try (ResultIterator<StoredEvent> rows = table.rowsFrom(tx, job, after + 1, EVENTS_PER_PAGE)) {
            while (rows.hasNext() && characters < CHARACTERS_PER_PAGE) {
                StoredEvent row = rows.next();
                events.addAll(EventTable.events(row, after + 1));
                characters += row.body().length();
            }
        }
        boolean isFull = events.size() >= EVENTS_PER_PAGE || characters >= CHARACTERS_PER_PAGE;
        if (!isFull) {
            long reached = events.isEmpty() ? after : events.getLast().sequence();
            events.addAll(unwritten(tx, job, noted, reached));
        }
        boolean isOver =
                events.isEmpty() ? hasEnded(tx, job, after) : events.getLast().isLast();
        return new EventPage(events, isFull, isOver);
    }

    private List<StoredEvent> unwritten(Transaction tx, String job, List<StoredEvent> noted, long reached) {
        List<StoredEvent> all = noted.isEmpty() && reached == 0
                ? jobs.position(tx, job)
                        .map(position -> List.of(queued(position)))
                        .orElse(List.of())
                : noted;
        return all.stream().filter(event -> event.sequence() > reached).toList();
    }

    private boolean hasEnded(Transaction tx, String job, long reached) {
        return table.hasEnded(tx, job, reached)
                .orElseGet(() -> jobs.position(tx, job).isEmpty());
    }

    /** Number of the newest event; 0 where there is none. */
    long newest(Transaction tx, String job) {
        Optional<StoredEvent> noted = unwritten.newest(job);
        long written = table.newest(tx, job);
        return noted.map(event -> Math.max(event.sequence(), written))
                .orElseGet(() -> written > 0 || jobs.position(tx, job).isEmpty() ? written : 1);
    }

    /** The first piece of the answer among the events from number {@code first} on. */
    Optional<Piece> pieceFrom(Transaction tx, String job, long first) {
        long next = first;
        try (ResultIterator<StoredEvent> rows = table.rowsFrom(tx, job, first, EVENTS_PER_PAGE)) {
            while (rows.hasNext()) {
                StoredEvent row = rows.next();
                // A row of several events holds no piece.
                if (!row.isLast() && event(row.body()) instanceof JobEvent.Token(int index, String _)) {
                    return Optional.of(new Piece(row.sequence(), index));
                }
                next = row.sequence() + 1;
            }
        }
        return next == first ? Optional.empty() : pieceFrom(tx, job, next);
    }

    /** How a job ended. */
    Optional<JobEvent> ending(Transaction tx, String job) {
        return table.ending(tx, job).map(EventLog::event);
    }

    static JobEvent event(String body) {
        try {
            return JsonCodec.decode(body, JobEvent.class, Limit.EVENT_BYTES.value());
        } catch (WireException _) { // its message may quote the event
            throw new IllegalStateException("a stored event cannot be read");
        }
    }

    void delete(Transaction tx, String job) {
        open.remove(tx, job);
        table.delete(tx, job);
        tx.afterCommit(() -> unwritten.are(job, List.of()));
    }
}
