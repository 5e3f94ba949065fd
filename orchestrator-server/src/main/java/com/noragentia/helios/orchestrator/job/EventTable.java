/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.Lease;
import com.noragentia.helios.orchestrator.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.ResultIterator;

/** Table {@code job_event}. The last row of a job may hold several events, one a line, as JSON of ours has no line ends. */
final class EventTable {

    private static final String LINE_END = "\n";

    /** Writes events of a job that follow each other: in one row where they end it, else each in its own. */
    void add(Transaction tx, String job, List<StoredEvent> events) {
        StoredEvent last = events.getLast();
        if (last.isLast() && events.size() > 1) {
            String lines = events.stream().map(StoredEvent::body).collect(Collectors.joining(LINE_END));
            insert(tx, job, new StoredEvent(last.sequence(), lines, true));
        } else {
            events.forEach(event -> insert(tx, job, event));
        }
    }

    private static void insert(Transaction tx, String job, StoredEvent row) {
        tx.statements()
                .update(
                        "INSERT INTO job_event (job, sequence, body, last, tokens) VALUES (?, ?, ?, ?, ?)",
                        job,
                        row.sequence(),
                        row.body(),
                        row.isLast(),
                        row.tokens());
    }

    /** The rows that hold event number {@code first} and those after it, at most so many, read one by one. */
    ResultIterator<StoredEvent> rowsFrom(Transaction tx, String job, long first, int most) {
        return tx.handle()
                .createQuery("""
                        SELECT sequence, body, last FROM job_event
                        WHERE job = :job AND sequence >= :first ORDER BY sequence LIMIT :limit
                        """)
                .bind("job", job)
                .bind("first", first)
                .bind("limit", most)
                .map((row, _) ->
                        new StoredEvent(row.getLong("sequence"), row.getString("body"), row.getInt("last") == 1))
                .iterator();
    }

    /** The events that a row holds, from number {@code first} on. */
    static List<StoredEvent> events(StoredEvent row, long first) {
        if (!row.isLast()) {
            return List.of(row);
        }
        String[] lines = row.body().split(LINE_END, -1);
        List<StoredEvent> events = new ArrayList<>(lines.length);
        for (int i = 0; i < lines.length; i++) {
            int after = lines.length - 1 - i;
            if (row.sequence() - after >= first) {
                events.add(new StoredEvent(row.sequence() - after, lines[i], after == 0));
            }
        }
        return events;
    }

    /** Number of the newest event in the table; 0 where there is none. */
    long newest(Transaction tx, String job) {
        return tx.statements()
                .first(
                        "SELECT sequence FROM job_event WHERE job = ? ORDER BY sequence DESC LIMIT 1",
                        row -> row.getLong(1),
                        job)
                .orElse(0L);
    }

    /** Whether nothing follows event number {@code reached}, which is the last; empty where the table has no event of the job. */
    Optional<Boolean> hasEnded(Transaction tx, String job, long reached) {
        return tx.statements()
                .first(
                        "SELECT last = 1 AND sequence <= ? FROM job_event WHERE job = ? ORDER BY sequence DESC LIMIT 1",
                        row -> row.getBoolean(1),
                        reached,
                        job);
    }

    /** The event that ended a job. */
    Optional<String> ending(Transaction tx, String job) {
        return tx.statements()
                .first("SELECT body FROM job_event WHERE job = ? AND last = 1", row -> row.getString(1), job)
                .map(lines -> lines.substring(lines.lastIndexOf(LINE_END) + 1));
    }

    /** How much of the answer is kept of a job that has not ended. */
    Lease.Stored answer(Transaction tx, String job) {
        long anew = anew(tx, job).orElse(0L);
        return tx.statements()
                .first(
                        """
                        SELECT COALESCE(SUM(body ->> '$.type' = 'token' AND sequence > ?), 0) AS pieces,
                               COALESCE(SUM(length(body ->> '$.text')), 0) AS characters,
                               COALESCE(SUM(body ->> '$.type' = 'working'), 0) AS reports
                        FROM job_event WHERE job = ? AND last = 0
                        """,
                        row -> new Lease.Stored(
                                row.getInt("pieces"),
                                row.getLong("characters"),
                                row.getInt("reports"),
                                Optional.empty()),
                        anew,
                        job)
                .orElse(Lease.Stored.NOTHING);
    }

    /** Number of the last event that made pieces void which had come before it. */
    Optional<Long> anew(Transaction tx, String job) {
        return tx.statements().first("""
                        SELECT sequence FROM job_event AS begun
                        WHERE job = ? AND last = 0 AND body ->> '$.type' = 'requeued' AND body ->> '$.nextIndex' = 0
                        AND EXISTS (SELECT 1 FROM job_event AS piece WHERE piece.job = begun.job
                                    AND piece.last = 0 AND piece.sequence < begun.sequence AND piece.body ->> '$.type' = 'token')
                        ORDER BY sequence DESC LIMIT 1
                        """, row -> row.getLong(1), job);
    }

    /** The pieces of the answer of a job that has not ended, with their tokens, and between them who began to write, and when that came to nothing. */
    List<StoredEvent> ofAnswer(Transaction tx, String job) {
        return tx.statements()
                .list(
                        """
                        SELECT sequence, body, tokens FROM job_event
                        WHERE job = ? AND last = 0 AND body ->> '$.type' IN ('started', 'token', 'requeued')
                        ORDER BY sequence
                        """,
                        row -> new StoredEvent(
                                row.getLong("sequence"), row.getString("body"), false, row.getString("tokens")),
                        job);
    }

    /** Whether the last of a job's attempts that is told of in the table is one that began, and has not come to nothing. */
    boolean hasBegun(Transaction tx, String job) {
        return tx.statements().first("""
                        SELECT body ->> '$.type' = 'started' FROM job_event
                        WHERE job = ? AND last = 0 AND body ->> '$.type' IN ('started', 'requeued')
                        ORDER BY sequence DESC LIMIT 1
                        """, row -> row.getBoolean(1), job).orElse(false);
    }

    void delete(Transaction tx, String job) {
        tx.statements().update("DELETE FROM job_event WHERE job = ?", job);
    }
}
