/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Instant;
import java.util.Optional;

/** Access tokens in the database, by hash. */
final class TokenTable {

    void add(Transaction tx, String hash, String device, Instant expiresAt) {
        tx.handle()
                .createUpdate("INSERT INTO access_token (hash, device, expires_at) VALUES (:hash, :device, :expiresAt)")
                .bind("hash", hash)
                .bind("device", device)
                .bind("expiresAt", expiresAt.toEpochMilli())
                .execute();
    }

    Optional<Caller> bearer(Transaction tx, String hash, Instant now) {
        return tx.handle()
                .createQuery("""
                        SELECT device.member, device.id
                        FROM access_token JOIN device ON device.id = access_token.device
                        WHERE access_token.hash = :hash AND access_token.expires_at > :now
                        """)
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .map((row, _) -> new Caller(row.getString("member"), row.getString("id")))
                .findOne();
    }

    void deleteExpired(Transaction tx, Instant now) {
        tx.handle()
                .createUpdate("DELETE FROM access_token WHERE expires_at <= :now")
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
