/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.store.Transaction;

/** Table {@code barred_key}: keys that outlive their accounts as what must never be taken again, so that leaving washes nothing off. */
final class BarredKeyTable {

    void add(Transaction tx, String id) {
        tx.statements().update("INSERT OR IGNORE INTO barred_key (id) VALUES (?)", id);
    }

    /** To be called before the member's devices go. */
    void addRevokedOf(Transaction tx, String member) {
        tx.statements()
                .update(
                        "INSERT OR IGNORE INTO barred_key (id) SELECT id FROM device WHERE member = ? AND revoked_at IS NOT NULL",
                        member);
    }

    boolean has(Transaction tx, String id) {
        return tx.statements()
                .first("SELECT 1 FROM barred_key WHERE id = ?", _ -> true, id)
                .orElse(false);
    }
}
