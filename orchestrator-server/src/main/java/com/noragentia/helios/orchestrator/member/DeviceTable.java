/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Members and their devices in the database. */
final class DeviceTable {

    void addMember(Transaction tx, String member, Instant now) {
        tx.handle()
                .createUpdate("INSERT INTO member (id, created_at) VALUES (:id, :now)")
                .bind("id", member)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    boolean hasMembers(Transaction tx) {
        return tx.handle()
                .createQuery("SELECT EXISTS (SELECT 1 FROM member)")
                .mapTo(Boolean.class)
                .one();
    }

    Optional<Instant> memberSince(Transaction tx, String member) {
        return tx.statements()
                .first(
                        "SELECT created_at FROM member WHERE id = ?",
                        row -> Instant.ofEpochMilli(row.getLong(1)),
                        member);
    }

    /** Adds a device. One that enrols again gets the new name and moves to the new member. */
    void put(Transaction tx, Device device, Instant now) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO device (id, member, name, public_key, enrolled_at)
                        VALUES (:id, :member, :name, :key, :now)
                        ON CONFLICT (id) DO UPDATE SET member = excluded.member, name = excluded.name
                        """)
                .bind("id", device.id())
                .bind("member", device.member())
                .bind("name", device.name())
                .bind("key", device.key().encoded())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    Optional<Device> find(Transaction tx, String id) {
        return tx.handle()
                .createQuery("SELECT id, member, name, public_key FROM device WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> device(row))
                .findOne();
    }

    private static Device device(ResultSet row) throws SQLException {
        return new Device(
                row.getString("id"),
                row.getString("member"),
                row.getString("name"),
                VerifyingKey.decode(row.getString("public_key")));
    }
}
