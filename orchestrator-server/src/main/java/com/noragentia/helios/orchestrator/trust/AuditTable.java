/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Instant;

/** Table {@code audit}: every check that was judged. */
final class AuditTable {

    /** False if it stands there already. */
    boolean add(Transaction tx, AuditResult result) {
        return tx.statements()
                        .update(
                                "INSERT OR IGNORE INTO audit (id, device, model, passed, at) VALUES (?, ?, ?, ?, ?)",
                                result.id(),
                                result.device(),
                                result.model(),
                                result.passed(),
                                result.at().toEpochMilli())
                == 1;
    }

    void deleteBefore(Transaction tx, Instant before) {
        tx.statements().update("DELETE FROM audit WHERE at < ?", before.toEpochMilli());
    }
}
