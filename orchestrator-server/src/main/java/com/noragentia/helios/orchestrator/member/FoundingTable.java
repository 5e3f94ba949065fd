/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Instant;
import java.util.Optional;

/** Table {@code founding}: when accounts were founded without a code, and from which network. */
final class FoundingTable {

    void add(Transaction tx, String network, Instant now) {
        tx.statements().update("INSERT INTO founding (network, at) VALUES (?, ?)", network, now.toEpochMilli());
    }

    /** When the last was that had so many after it, all later than {@code after}. */
    Optional<Instant> lastBut(Transaction tx, String network, int many, Instant after) {
        return tx.statements()
                .first(
                        "SELECT at FROM founding WHERE network = ? AND at > ? ORDER BY at DESC LIMIT 1 OFFSET ?",
                        row -> Instant.ofEpochMilli(row.getLong(1)),
                        network,
                        after.toEpochMilli(),
                        many);
    }

    void deleteUntil(Transaction tx, Instant until) {
        tx.statements().update("DELETE FROM founding WHERE at <= ?", until.toEpochMilli());
    }
}
