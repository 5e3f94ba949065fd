/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Instant;
import java.util.Optional;

/** Table {@code standing}: until when each member was or will be active, which no later figure tells. */
final class StandingTable {

    Optional<Instant> activeUntil(Transaction tx, String member) {
        return tx.statements()
                .first(
                        "SELECT active_until FROM standing WHERE member = ?",
                        row -> Instant.ofEpochMilli(row.getLong(1)),
                        member);
    }

    void note(Transaction tx, String member, Instant activeUntil) {
        tx.statements().update("""
                        INSERT INTO standing (member, active_until) VALUES (?, ?)
                        ON CONFLICT (member) DO UPDATE SET active_until = excluded.active_until
                        """, member, activeUntil.toEpochMilli());
    }

    void delete(Transaction tx, String member) {
        tx.statements().update("DELETE FROM standing WHERE member = ?", member);
    }
}
