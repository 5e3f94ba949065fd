/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.Lease;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.util.List;
import java.util.Optional;

/** Table {@code job_event}: what happened to each job, in order and for good, until it is forgotten. */
final class EventLog {

    static final int EVENTS_PER_PAGE = 500;

    private final EventSignals signals;

    EventLog(EventSignals signals) {
        this.signals = signals;
    }

    /** Adds an event; those who follow the job hear of it once it is durable. */
    void append(Transaction tx, String job, JobEvent event) {
        tx.statements().update("""
                        INSERT INTO job_event (job, sequence, body, last)
                        VALUES (?1, 1 + (SELECT COALESCE(MAX(sequence), 0) FROM job_event WHERE job = ?1), ?2, ?3)
                        """, job, JsonCodec.encodeToString(event), event.isLast());
        tx.afterCommit(() -> signals.signal(job));
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

    /** The events that follow number {@code after}; a forgotten job has none, and none will come. */
    EventPage after(Transaction tx, String job, long after) {
        List<StoredEvent> events = tx.handle()
                .createQuery("""
                        SELECT sequence, body FROM job_event
                        WHERE job = :job AND sequence > :after ORDER BY sequence LIMIT :limit
                        """)
                .bind("job", job)
                .bind("after", after)
                .bind("limit", EVENTS_PER_PAGE)
                .map((row, _) -> new StoredEvent(row.getLong("sequence"), row.getString("body")))
                .list();
        long reached = events.isEmpty() ? after : events.getLast().sequence();
        return new EventPage(events, reached >= end(tx, job));
    }

    /** Number of the last event of all; unreachable while the job goes on. */
    private static long end(Transaction tx, String job) {
        return tx.handle()
                .createQuery("""
                        SELECT CASE WHEN last = 1 THEN sequence ELSE :never END FROM job_event
                        WHERE job = :job ORDER BY sequence DESC LIMIT 1
                        """)
                .bind("job", job)
                .bind("never", Long.MAX_VALUE)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
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
        tx.handle()
                .createUpdate("DELETE FROM job_event WHERE job = :job")
                .bind("job", job)
                .execute();
    }
}
