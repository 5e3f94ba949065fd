/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Instant;
import java.util.Optional;

/** Links that give a browser its session, by the hash of their secret. */
final class WebLinkTable {

    void add(Transaction tx, String hash, String device, Instant expiresAt) {
        tx.handle()
                .createUpdate("INSERT INTO web_link (hash, device, expires_at) VALUES (:hash, :device, :expiresAt)")
                .bind("hash", hash)
                .bind("device", device)
                .bind("expiresAt", expiresAt.toEpochMilli())
                .execute();
    }

    /** Takes a link out for good: the device that made it; empty where there is none, or none any more. */
    Optional<String> redeem(Transaction tx, String hash, Instant now) {
        return tx.handle()
                .createQuery("DELETE FROM web_link WHERE hash = :hash AND expires_at > :now RETURNING device")
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .findOne();
    }

    void deleteOfDevice(Transaction tx, String device) {
        tx.handle()
                .createUpdate("DELETE FROM web_link WHERE device = :device")
                .bind("device", device)
                .execute();
    }

    void deleteExpired(Transaction tx, Instant now) {
        tx.handle()
                .createUpdate("DELETE FROM web_link WHERE expires_at <= :now")
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
