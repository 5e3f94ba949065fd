/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.task.Expert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Table {@code job}: everything of a job but its content. */
final class JobTable {

    /** A job that was accepted under the same idempotency key. */
    record Earlier(String job, String requestHash) {}

    /** @param position how many were before it */
    void add(Transaction tx, NewJob job, int parts, boolean ownOnly, int position, Instant now) {
        tx.statements()
                .update(
                        """
                        INSERT INTO job (id, member, expert, named_model, state, accepted_at, idempotency_key, request_hash, parts,
                                         own_only, position)
                        VALUES (?, ?, ?, ?, 'QUEUED', ?, ?, ?, ?, ?, ?)
                        """,
                        job.id(),
                        job.member(),
                        job.expert().name(),
                        job.model().orElse(null),
                        now.toEpochMilli(),
                        job.idempotencyKey().orElse(null),
                        job.requestHash(),
                        parts,
                        ownOnly,
                        position);
    }

    /** How many were before a job when it was accepted; empty once it is forgotten. */
    Optional<Integer> position(Transaction tx, String job) {
        return tx.statements()
                .first("SELECT position FROM job WHERE id = ? AND forgotten_at IS NULL", row -> row.getInt(1), job);
    }

    Optional<StoredJob> find(Transaction tx, String job) {
        return tx.handle()
                .createQuery("SELECT * FROM job WHERE id = :job")
                .bind("job", job)
                .map((row, _) -> storedJob(row))
                .findOne();
    }

    private static StoredJob storedJob(ResultSet row) throws SQLException {
        return new StoredJob(
                row.getString("id"),
                row.getString("member"),
                Expert.valueOf(row.getString("expert")),
                Optional.ofNullable(row.getString("named_model")),
                JobState.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("accepted_at")),
                row.getInt("parts"),
                row.getInt("parts_done"),
                row.getLong("forgotten_at") != 0,
                row.getBoolean("own_only"));
    }

    /** How many jobs of each member were accepted since an instant, without those that only its own devices may serve. */
    Map<String, Integer> countSince(Transaction tx, Instant since) {
        Map<String, Integer> counts = new HashMap<>();
        // Ids begin with the time, so this reads no older rows.
        tx.statements()
                .list(
                        "SELECT member, COUNT(*) FROM job WHERE id >= ? AND own_only = 0 GROUP BY member",
                        row -> counts.put(row.getString(1), row.getInt(2)),
                        Secrets.firstId(since));
        return counts;
    }

    Optional<Earlier> underKey(Transaction tx, String member, String idempotencyKey) {
        return tx.statements()
                .first(
                        "SELECT id, request_hash FROM job WHERE member = ? AND idempotency_key = ?",
                        row -> new Earlier(row.getString("id"), row.getString("request_hash")),
                        member,
                        idempotencyKey);
    }

    /** One more of several parts is done. */
    void countPart(Transaction tx, String job) {
        tx.statements().update("UPDATE job SET parts_done = parts_done + 1 WHERE id = ?", job);
    }

    /** True for the one call that ends the job. */
    boolean end(Transaction tx, String job, JobState state, Instant now) {
        return tx.statements()
                        .update(
                                "UPDATE job SET state = ?, ended_at = ? WHERE id = ? AND ended_at IS NULL",
                                state.name(),
                                now.toEpochMilli(),
                                job)
                == 1;
    }

    List<String> endedBefore(Transaction tx, Instant endedBefore) {
        return tx.handle()
                .createQuery("SELECT id FROM job WHERE forgotten_at IS NULL AND ended_at <= :before")
                .bind("before", endedBefore.toEpochMilli())
                .mapTo(String.class)
                .list();
    }

    /** Also frees the idempotency key, and empties the hash, by which a short question could be guessed. */
    void markForgotten(Transaction tx, String job, Instant now) {
        tx.handle()
                .createUpdate("""
                        UPDATE job SET forgotten_at = :now, idempotency_key = NULL, request_hash = ''
                        WHERE id = :job
                        """)
                .bind("job", job)
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
