/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Instant;
import java.util.Optional;

/** One-time enrolment codes in the database, by hash. */
final class CodeTable {

    /** What a code is good for: a place with a member, or with nobody yet. */
    record Invitation(Optional<String> member) {}

    void add(Transaction tx, String hash, Optional<String> member, Instant expiresAt) {
        tx.handle()
                .createUpdate(
                        "INSERT INTO enrolment_code (hash, member, expires_at) VALUES (:hash, :member, :expiresAt)")
                .bind("hash", hash)
                .bind("member", member)
                .bind("expiresAt", expiresAt.toEpochMilli())
                .execute();
    }

    /** Takes a code out for good; empty where there is none, or none any more. */
    Optional<Invitation> redeem(Transaction tx, String hash, Instant now) {
        return tx.handle()
                .createQuery("DELETE FROM enrolment_code WHERE hash = :hash AND expires_at > :now RETURNING member")
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .map((row, _) -> new Invitation(Optional.ofNullable(row.getString("member"))))
                .findOne();
    }

    void deleteExpired(Transaction tx, Instant now) {
        tx.handle()
                .createUpdate("DELETE FROM enrolment_code WHERE expires_at <= :now")
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
