/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Access tokens in the database, by hash: those of devices, of web sessions and of other programs. */
final class TokenTable {

    void add(Transaction tx, String hash, String device, Set<Scope> scopes, Instant expiresAt) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO access_token (hash, device, scopes, expires_at)
                        VALUES (:hash, :device, :scopes, :expiresAt)
                        """)
                .bind("hash", hash)
                .bind("device", device)
                .bind("scopes", ScopeText.of(scopes))
                .bind("expiresAt", expiresAt.toEpochMilli())
                .execute();
    }

    Optional<BearerToken> bearer(Transaction tx, String hash, Instant now) {
        return tx.statements()
                .first(
                        """
                        SELECT device.member, device.id, access_token.scopes, access_token.expires_at
                        FROM access_token JOIN device ON device.id = access_token.device
                        WHERE access_token.hash = ? AND access_token.expires_at > ? AND device.revoked_at IS NULL
                        """,
                        row -> new BearerToken(
                                new Caller(row.getString(1), row.getString(2), ScopeText.read(row.getString(3))),
                                Instant.ofEpochMilli(row.getLong(4))),
                        hash,
                        now.toEpochMilli());
    }

    void delete(Transaction tx, String hash) {
        tx.handle()
                .createUpdate("DELETE FROM access_token WHERE hash = :hash")
                .bind("hash", hash)
                .execute();
    }

    void deleteOfDevice(Transaction tx, String device) {
        tx.handle()
                .createUpdate("DELETE FROM access_token WHERE device = :device")
                .bind("device", device)
                .execute();
    }

    void deleteExpired(Transaction tx, Instant now) {
        tx.handle()
                .createUpdate("DELETE FROM access_token WHERE expires_at <= :now")
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
