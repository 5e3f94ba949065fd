/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.task.Expert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Table {@code job}: everything of a job but its content. */
final class JobTable {

    /** A job that was accepted under the same idempotency key. */
    record Earlier(String job, String requestHash) {}

    /** @param parts how many parts it was planned into */
    void add(Transaction tx, NewJob job, int parts, Instant now) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO job (id, member, expert, state, accepted_at, idempotency_key, request_hash, parts)
                        VALUES (:id, :member, :expert, 'QUEUED', :now, :key, :hash, :parts)
                        """)
                .bind("id", job.id())
                .bind("member", job.member())
                .bind("expert", job.expert().name())
                .bind("now", now.toEpochMilli())
                .bind("key", job.idempotencyKey())
                .bind("hash", job.requestHash())
                .bind("parts", parts)
                .execute();
    }

    Optional<StoredJob> find(Transaction tx, String job) {
        return tx.handle()
                .createQuery("SELECT * FROM job WHERE id = :job")
                .bind("job", job)
                .map((row, _) -> storedJob(row))
                .findOne();
    }

    private static StoredJob storedJob(ResultSet row) throws SQLException {
        long firstPieceAt = row.getLong("first_piece_at");
        Optional<Instant> firstPiece =
                row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(firstPieceAt));
        return new StoredJob(
                row.getString("id"),
                row.getString("member"),
                Expert.valueOf(row.getString("expert")),
                JobState.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("accepted_at")),
                firstPiece,
                row.getInt("parts"),
                row.getInt("parts_done"),
                row.getLong("forgotten_at") != 0);
    }

    Optional<Earlier> underKey(Transaction tx, String member, String idempotencyKey) {
        return tx.handle()
                .createQuery("SELECT id, request_hash FROM job WHERE member = :member AND idempotency_key = :key")
                .bind("member", member)
                .bind("key", idempotencyKey)
                .map((row, _) -> new Earlier(row.getString("id"), row.getString("request_hash")))
                .findOne();
    }

    int inFlight(Transaction tx, String member) {
        return tx.handle()
                .createQuery("SELECT COUNT(*) FROM job WHERE member = :member AND state IN ('QUEUED', 'RUNNING')")
                .bind("member", member)
                .mapTo(Integer.class)
                .one();
    }

    void markRunning(Transaction tx, String job) {
        mark(tx, job, JobState.RUNNING);
    }

    void markQueued(Transaction tx, String job) {
        mark(tx, job, JobState.QUEUED);
    }

    private static void mark(Transaction tx, String job, JobState state) {
        tx.handle()
                .createUpdate("UPDATE job SET state = :state WHERE id = :job AND state IN ('QUEUED', 'RUNNING')")
                .bind("job", job)
                .bind("state", state.name())
                .execute();
    }

    void markFirstPiece(Transaction tx, String job, Instant now) {
        tx.handle()
                .createUpdate("UPDATE job SET first_piece_at = COALESCE(first_piece_at, :now) WHERE id = :job")
                .bind("job", job)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** One more of several parts is done. */
    void countPart(Transaction tx, String job) {
        tx.handle()
                .createUpdate("UPDATE job SET parts_done = parts_done + 1 WHERE id = :job")
                .bind("job", job)
                .execute();
    }

    /** True for the one call that ends the job. */
    boolean end(Transaction tx, String job, JobState state, Instant now) {
        return tx.handle()
                        .createUpdate("""
                                UPDATE job SET state = :state, ended_at = :now
                                WHERE id = :job AND state IN ('QUEUED', 'RUNNING')
                                """)
                        .bind("job", job)
                        .bind("state", state.name())
                        .bind("now", now.toEpochMilli())
                        .execute()
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
