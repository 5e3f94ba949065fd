/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Instant;
import java.util.Optional;

/** One-time enrolment codes in the database, by hash. */
final class CodeTable {

    /**
     * What a code is good for.
     *
     * @param member whom its user joins; empty if its user becomes a new member
     * @param inviter who made it; empty for the operator
     */
    record Invitation(Optional<String> member, Optional<String> inviter) {}

    void add(Transaction tx, String hash, Invitation invitation, Instant expiresAt) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO enrolment_code (hash, member, inviter, expires_at)
                        VALUES (:hash, :member, :inviter, :expiresAt)
                        """)
                .bind("hash", hash)
                .bind("member", invitation.member())
                .bind("inviter", invitation.inviter())
                .bind("expiresAt", expiresAt.toEpochMilli())
                .execute();
    }

    /** How many codes of an inviter are good now. */
    int count(Transaction tx, String inviter, Instant now) {
        return tx.handle()
                .createQuery("SELECT count(*) FROM enrolment_code WHERE inviter = :inviter AND expires_at > :now")
                .bind("inviter", inviter)
                .bind("now", now.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    /** Takes a code out for good; empty where there is none, or none any more. */
    Optional<Invitation> redeem(Transaction tx, String hash, Instant now) {
        return tx.handle()
                .createQuery(
                        "DELETE FROM enrolment_code WHERE hash = :hash AND expires_at > :now RETURNING member, inviter")
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .map((row, _) -> new Invitation(
                        Optional.ofNullable(row.getString("member")), Optional.ofNullable(row.getString("inviter"))))
                .findOne();
    }

    void deleteExpired(Transaction tx, Instant now) {
        tx.handle()
                .createUpdate("DELETE FROM enrolment_code WHERE expires_at <= :now")
                .bind("now", now.toEpochMilli())
                .execute();
    }

    void deleteOf(Transaction tx, String member) {
        tx.handle()
                .createUpdate("DELETE FROM enrolment_code WHERE member = :member OR inviter = :member")
                .bind("member", member)
                .execute();
    }
}
