/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.task.Expert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** Table {@code lease}. */
final class SqlLeaseBook implements LeaseBook {

    private static final String SELECT_OPEN = """
            SELECT lease.*, task.job, task.expert, task.pieces, task.characters, task.reports
            FROM lease JOIN task ON task.id = lease.task
            WHERE lease.state = 'OPEN'
            """;

    @Override
    public void add(Transaction tx, Lease lease) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO lease (id, task, worker, worker_member, worker_name, session, model, attempt,
                                           state, issued_at, expires_at)
                        VALUES (:id, :task, :worker, :member, :name, :session, :model, :attempt,
                                'OPEN', :issuedAt, :expiresAt)
                        """)
                .bind("id", lease.id())
                .bind("task", lease.task())
                .bind("worker", lease.holder().device())
                .bind("member", lease.holder().member())
                .bind("name", lease.holder().name())
                .bind("session", lease.holder().session())
                .bind("model", lease.model())
                .bind("attempt", lease.attempt())
                .bind("issuedAt", lease.issuedAt().toEpochMilli())
                .bind("expiresAt", lease.expiresAt().toEpochMilli())
                .execute();
    }

    @Override
    public Optional<Lease> open(Transaction tx, String lease, String device) {
        return leases(tx.handle()
                        .createQuery(SELECT_OPEN + "AND lease.id = :lease AND lease.worker = :device")
                        .bind("lease", lease)
                        .bind("device", device))
                .stream()
                .findFirst();
    }

    @Override
    public List<Lease> openOf(Transaction tx, String device) {
        return leases(tx.handle()
                .createQuery(SELECT_OPEN + "AND lease.worker = :device")
                .bind("device", device));
    }

    @Override
    public Optional<Lease> openFor(Transaction tx, String task) {
        return leases(tx.handle()
                        .createQuery(SELECT_OPEN + "AND lease.task = :task")
                        .bind("task", task))
                .stream()
                .findFirst();
    }

    @Override
    public List<Lease> expired(Transaction tx, Instant now) {
        return leases(tx.handle()
                .createQuery(SELECT_OPEN + "AND lease.expires_at <= :now")
                .bind("now", now.toEpochMilli()));
    }

    private static List<Lease> leases(Query query) {
        return query.map((row, _) -> lease(row)).list();
    }

    private static Lease lease(ResultSet row) throws SQLException {
        return new Lease(
                row.getString("id"),
                row.getString("task"),
                row.getString("job"),
                Expert.valueOf(row.getString("expert")),
                new Holder(
                        row.getString("worker"),
                        row.getString("worker_member"),
                        row.getString("worker_name"),
                        row.getString("session")),
                row.getString("model"),
                row.getInt("attempt"),
                Instant.ofEpochMilli(row.getLong("issued_at")),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                new Lease.Mark(
                        row.getInt("last_piece"),
                        Optional.ofNullable(row.getString("phase")).map(Phase::valueOf),
                        row.getInt("done")),
                new Lease.Stored(row.getInt("pieces"), row.getLong("characters"), row.getInt("reports")));
    }

    @Override
    public Map<String, Integer> openByDevice(Transaction tx) {
        Map<String, Integer> counts = new HashMap<>();
        tx.handle()
                .createQuery("SELECT worker, COUNT(*) AS leases FROM lease WHERE state = 'OPEN' GROUP BY worker")
                .map((row, _) -> Map.entry(row.getString("worker"), row.getInt("leases")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    @Override
    public boolean close(Transaction tx, String lease, LeaseState state) {
        return tx.handle()
                        .createUpdate("UPDATE lease SET state = :state WHERE id = :lease AND state = 'OPEN'")
                        .bind("lease", lease)
                        .bind("state", state.name())
                        .execute()
                == 1;
    }

    @Override
    public void renew(Transaction tx, String lease, Instant expiresAt, Lease.Mark mark) {
        tx.handle()
                .createUpdate("""
                        UPDATE lease SET expires_at = :expiresAt, last_piece = :piece, phase = :phase, done = :done
                        WHERE id = :lease AND state = 'OPEN'
                        """)
                .bind("piece", mark.piece())
                .bind("phase", mark.phase().map(Phase::name))
                .bind("done", mark.done())
                .bind("lease", lease)
                .bind("expiresAt", expiresAt.toEpochMilli())
                .execute();
    }

    @Override
    public void takeUp(Transaction tx, String lease, String session, Instant expiresAt) {
        tx.handle()
                .createUpdate("""
                        UPDATE lease SET session = :session, expires_at = :expiresAt
                        WHERE id = :lease AND state = 'OPEN'
                        """)
                .bind("lease", lease)
                .bind("session", session)
                .bind("expiresAt", expiresAt.toEpochMilli())
                .execute();
    }

    @Override
    public void shorten(Transaction tx, String session, Instant expiresAt) {
        tx.handle()
                .createUpdate("""
                        UPDATE lease SET expires_at = MIN(expires_at, :expiresAt)
                        WHERE session = :session AND state = 'OPEN'
                        """)
                .bind("session", session)
                .bind("expiresAt", expiresAt.toEpochMilli())
                .execute();
    }

    @Override
    public void extendAll(Transaction tx, Instant expiresAt) {
        tx.handle()
                .createUpdate("UPDATE lease SET expires_at = MAX(expires_at, :expiresAt) WHERE state = 'OPEN'")
                .bind("expiresAt", expiresAt.toEpochMilli())
                .execute();
    }
}
