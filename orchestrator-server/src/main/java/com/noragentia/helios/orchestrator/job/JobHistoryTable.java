/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.task.Expert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the books still say of a member's jobs when their content has long been deleted. */
final class JobHistoryTable {

    /** More than a person reads, and less than a reply should hold. */
    static final int MOST_LINES = 10_000;

    /** A job without its content. */
    record Line(String job, Expert expert, String state, Instant acceptedAt, Optional<Instant> endedAt) {}

    /** A member's jobs, the latest first. */
    List<Line> list(Transaction tx, String member) {
        return tx.handle()
                .createQuery("""
                        SELECT id, expert, state, accepted_at, ended_at FROM job WHERE member = :member
                        ORDER BY accepted_at DESC, id LIMIT :most
                        """)
                .bind("member", member)
                .bind("most", MOST_LINES)
                .map((row, _) -> {
                    long endedAt = row.getLong("ended_at");
                    boolean isOpen = row.wasNull();
                    return new Line(
                            row.getString("id"),
                            Expert.valueOf(row.getString("expert")),
                            row.getString("state"),
                            Instant.ofEpochMilli(row.getLong("accepted_at")),
                            isOpen ? Optional.empty() : Optional.of(Instant.ofEpochMilli(endedAt)));
                })
                .list();
    }

    /** Those that have not ended. */
    List<String> open(Transaction tx, String member) {
        return tx.statements()
                .list("SELECT id FROM job WHERE member = ? AND ended_at IS NULL", row -> row.getString(1), member);
    }

    /** Leaves the lines of ended jobs for the books, and nothing that says whose they were. */
    void forgetOwner(Transaction tx, String member) {
        tx.handle().createUpdate("""
                        UPDATE job SET member = '', idempotency_key = NULL
                        WHERE member = :member AND ended_at IS NOT NULL
                        """).bind("member", member).execute();
    }
}
