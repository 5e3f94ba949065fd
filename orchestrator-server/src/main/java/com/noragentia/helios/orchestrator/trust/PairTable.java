/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Instant;
import java.util.List;

/** Tables {@code pair_day} and {@code suspicion}. */
final class PairTable {

    void add(Transaction tx, PairDay more) {
        tx.statements().update("""
                        INSERT INTO pair_day (day, requester, owner, tasks, micros) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (day, requester, owner)
                        DO UPDATE SET tasks = tasks + excluded.tasks, micros = micros + excluded.micros
                        """, more.day(), more.requester(), more.owner(), more.tasks(), more.micros());
    }

    List<PairDay> since(Transaction tx, long day) {
        return tx.statements()
                .list(
                        "SELECT day, requester, owner, tasks, micros FROM pair_day WHERE day >= ?",
                        row -> new PairDay(
                                row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5)),
                        day);
    }

    void deleteBefore(Transaction tx, long day) {
        tx.statements().update("DELETE FROM pair_day WHERE day < ?", day);
    }

    /** What was suspected before keeps the time when it was first. */
    void suspect(Transaction tx, Suspicion suspicion, Instant now) {
        tx.statements()
                .update(
                        """
                        INSERT INTO suspicion (kind, requester, owner, observed, expected, flagged_at) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (kind, requester, owner)
                        DO UPDATE SET observed = excluded.observed, expected = excluded.expected
                        """,
                        suspicion.kind().name(),
                        suspicion.requester(),
                        suspicion.owner(),
                        suspicion.observed(),
                        suspicion.expected(),
                        now.toEpochMilli());
    }

    List<Suspicion> suspicions(Transaction tx) {
        return tx.statements()
                .list(
                        "SELECT kind, requester, owner, observed, expected FROM suspicion ORDER BY flagged_at",
                        row -> new Suspicion(
                                Suspicion.Kind.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getDouble(4),
                                row.getDouble(5)));
    }

    void deleteSuspicionsUntil(Transaction tx, Instant until) {
        tx.statements().update("DELETE FROM suspicion WHERE flagged_at <= ?", until.toEpochMilli());
    }

    void delete(Transaction tx, String member) {
        tx.statements().update("DELETE FROM pair_day WHERE requester = ? OR owner = ?", member, member);
        tx.statements().update("DELETE FROM suspicion WHERE requester = ? OR owner = ?", member, member);
    }
}
