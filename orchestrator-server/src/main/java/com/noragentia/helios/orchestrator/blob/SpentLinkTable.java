/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.blob;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Instant;

/** Links that have been used, kept so that a restart does not make them good again. */
final class SpentLinkTable {

    /** True for the first who asks. */
    boolean spend(Transaction tx, String signature, Instant expiresAt) {
        return tx.handle()
                        .createUpdate(
                                "INSERT OR IGNORE INTO spent_link (signature, expires_at) VALUES (:signature, :at)")
                        .bind("signature", signature)
                        .bind("at", expiresAt.toEpochMilli())
                        .execute()
                == 1;
    }

    void deleteExpired(Transaction tx, Instant now) {
        tx.handle()
                .createUpdate("DELETE FROM spent_link WHERE expires_at <= :now")
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
