/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.ApiTokenSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people call the tokens they made for other programs; what they are good for stands in {@link TokenTable}. */
final class ApiTokenTable {

    void add(Transaction tx, String hash, String member, ApiTokenSummary token) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO api_token (id, hash, member, label, created_at)
                        VALUES (:id, :hash, :member, :label, :createdAt)
                        """)
                .bind("id", token.id())
                .bind("hash", hash)
                .bind("member", member)
                .bind("label", token.label())
                .bind("createdAt", token.createdAt().toEpochMilli())
                .execute();
    }

    List<ApiTokenSummary> list(Transaction tx, String member, Instant now) {
        return tx.handle()
                .createQuery("""
                        SELECT id, label, scopes, created_at, used_at, expires_at
                        FROM api_token JOIN access_token USING (hash)
                        WHERE member = :member AND expires_at > :now
                        ORDER BY created_at DESC, id
                        """)
                .bind("member", member)
                .bind("now", now.toEpochMilli())
                .map((row, _) -> {
                    long usedAt = row.getLong("used_at");
                    boolean isUsed = !row.wasNull();
                    return new ApiTokenSummary(
                            row.getString("id"),
                            row.getString("label"),
                            ScopeText.read(row.getString("scopes")),
                            Instant.ofEpochMilli(row.getLong("created_at")),
                            Instant.ofEpochMilli(row.getLong("expires_at")),
                            isUsed ? Instant.ofEpochMilli(usedAt) : null);
                })
                .list();
    }

    /** The hash of one of a member's tokens. */
    Optional<String> hash(Transaction tx, String member, String id) {
        return tx.handle()
                .createQuery("SELECT hash FROM api_token WHERE id = :id AND member = :member")
                .bind("id", id)
                .bind("member", member)
                .mapTo(String.class)
                .findOne();
    }

    /** Whether it is an API token whose last use was noted before {@code before}, or never. */
    boolean isNewsOf(Transaction tx, String hash, Instant before) {
        return tx.statements()
                .first(
                        "SELECT 1 FROM api_token WHERE hash = ? AND coalesce(used_at, 0) < ?",
                        row -> row.getInt(1),
                        hash,
                        before.toEpochMilli())
                .isPresent();
    }

    void used(Transaction tx, String hash, Instant now) {
        tx.handle()
                .createUpdate("UPDATE api_token SET used_at = :now WHERE hash = :hash")
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
