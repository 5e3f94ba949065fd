/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.time.Instant;
import java.util.Optional;

/** Members in the database. */
final class MemberTable {

    /** What is kept of one. */
    record Row(String id, Instant createdAt, Optional<String> invitedBy, Optional<VerifyingKey> recoveryKey) {}

    void add(Transaction tx, String member, Optional<String> inviter, Instant now) {
        tx.handle()
                .createUpdate("INSERT INTO member (id, created_at, invited_by) VALUES (:id, :now, :inviter)")
                .bind("id", member)
                .bind("now", now.toEpochMilli())
                .bind("inviter", inviter)
                .execute();
    }

    boolean hasAny(Transaction tx) {
        return tx.handle()
                .createQuery("SELECT EXISTS (SELECT 1 FROM member)")
                .mapTo(Boolean.class)
                .one();
    }

    Optional<Row> find(Transaction tx, String member) {
        return tx.handle()
                .createQuery("SELECT id, created_at, invited_by, recovery_key FROM member WHERE id = :id")
                .bind("id", member)
                .map((row, _) -> new Row(
                        row.getString("id"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        Optional.ofNullable(row.getString("invited_by")),
                        Optional.ofNullable(row.getString("recovery_key")).map(VerifyingKey::decode)))
                .findOne();
    }

    Optional<String> ofRecoveryKey(Transaction tx, String fingerprint) {
        return tx.handle()
                .createQuery("SELECT id FROM member WHERE recovery_id = :recovery")
                .bind("recovery", fingerprint)
                .mapTo(String.class)
                .findOne();
    }

    void setRecoveryKey(Transaction tx, String member, Optional<VerifyingKey> key) {
        tx.handle()
                .createUpdate("UPDATE member SET recovery_key = :key, recovery_id = :recovery WHERE id = :id")
                .bind("id", member)
                .bind("key", key.map(VerifyingKey::encoded))
                .bind("recovery", key.map(VerifyingKey::fingerprint))
                .execute();
    }

    /** Members whom this one invited stay, and nobody remembers who invited them. */
    void delete(Transaction tx, String member) {
        tx.handle()
                .createUpdate("UPDATE member SET invited_by = NULL WHERE invited_by = :id")
                .bind("id", member)
                .execute();
        tx.handle()
                .createUpdate("DELETE FROM member WHERE id = :id")
                .bind("id", member)
                .execute();
    }
}
