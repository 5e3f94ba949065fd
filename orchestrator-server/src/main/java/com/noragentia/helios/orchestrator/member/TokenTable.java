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

    Optional<BearerToken> bearer(Transaction tx, String hash, Instant now) {
        return tx.statements()
                .first(
                        """
                        SELECT device.member, device.id, access_token.expires_at
                        FROM access_token JOIN device ON device.id = access_token.device
                        WHERE access_token.hash = ? AND access_token.expires_at > ?
                        """,
                        row -> new BearerToken(
                                new Caller(row.getString(1), row.getString(2)), Instant.ofEpochMilli(row.getLong(3))),
                        hash,
                        now.toEpochMilli());
    }

    void deleteExpired(Transaction tx, Instant now) {
        tx.handle()
                .createUpdate("DELETE FROM access_token WHERE expires_at <= :now")
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
