/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Table {@code qualification}: the run of canaries that a device may ask for once. */
final class QualificationTable {

    /**
     * A run.
     *
     * @param toJudge canaries still to be judged
     * @param toWaste canaries that may still come to nothing
     */
    record Run(int toJudge, int toWaste) {

        boolean isOpen() {
            return toJudge > 0 && toWaste > 0;
        }
    }

    Optional<Run> find(Transaction tx, String device) {
        return tx.statements()
                .first(
                        "SELECT to_judge, to_waste FROM qualification WHERE device = ?",
                        row -> new Run(row.getInt(1), row.getInt(2)),
                        device);
    }

    /** Begins a run, or says that one that is open is still wanted. */
    void ask(Transaction tx, String device, Run run, Instant now) {
        tx.statements().update("""
                        INSERT INTO qualification (device, asked_at, to_judge, to_waste) VALUES (?, ?, ?, ?)
                        ON CONFLICT (device) DO UPDATE SET asked_at = excluded.asked_at
                        """, device, now.toEpochMilli(), run.toJudge(), run.toWaste());
    }

    void judged(Transaction tx, String device) {
        tx.statements()
                .update("UPDATE qualification SET to_judge = to_judge - 1 WHERE device = ? AND to_judge > 0", device);
    }

    void wasted(Transaction tx, String device) {
        tx.statements()
                .update("UPDATE qualification SET to_waste = to_waste - 1 WHERE device = ? AND to_waste > 0", device);
    }

    /** Devices whose runs are open and were asked for since. */
    Set<String> open(Transaction tx, Instant since) {
        return new HashSet<>(tx.statements()
                .list(
                        "SELECT device FROM qualification WHERE to_judge > 0 AND to_waste > 0 AND asked_at >= ?",
                        row -> row.getString(1),
                        since.toEpochMilli()));
    }
}
