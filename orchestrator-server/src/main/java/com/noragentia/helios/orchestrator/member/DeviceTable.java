/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.DeviceSummary;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Devices in the database. A revoked one keeps its row, so that its key is known for what it is. */
final class DeviceTable {

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

    /** Whoever has this id, revoked or not. */
    Optional<Device> find(Transaction tx, String id) {
        return tx.handle()
                .createQuery("SELECT id, member, name, public_key, revoked_at FROM device WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> device(row))
                .findOne();
    }

    private static Device device(ResultSet row) throws SQLException {
        return new Device(
                row.getString("id"),
                row.getString("member"),
                row.getString("name"),
                VerifyingKey.decode(row.getString("public_key")),
                Optional.ofNullable(instant(row, "revoked_at")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    /** A member's devices, the oldest first, those revoked in the end. */
    List<DeviceSummary> list(Transaction tx, String member, String current) {
        return tx.handle()
                .createQuery("""
                        SELECT id, name, enrolled_at, seen_at, revoked_at FROM device WHERE member = :member
                        ORDER BY revoked_at IS NOT NULL, enrolled_at, id
                        """)
                .bind("member", member)
                .map((row, _) -> new DeviceSummary(
                        row.getString("id"),
                        row.getString("name"),
                        Instant.ofEpochMilli(row.getLong("enrolled_at")),
                        instant(row, "seen_at"),
                        instant(row, "revoked_at"),
                        row.getString("id").equals(current)))
                .list();
    }

    /** How many devices of a member are not revoked. */
    int count(Transaction tx, String member) {
        return tx.handle()
                .createQuery("SELECT count(*) FROM device WHERE member = :member AND revoked_at IS NULL")
                .bind("member", member)
                .mapTo(Integer.class)
                .one();
    }

    /** Says whether the member has such a device whose key is good. */
    boolean rename(Transaction tx, String member, String id, String name) {
        return tx.handle()
                        .createUpdate("""
                                UPDATE device SET name = :name
                                WHERE id = :id AND member = :member AND revoked_at IS NULL
                                """)
                        .bind("id", id)
                        .bind("member", member)
                        .bind("name", name)
                        .execute()
                > 0;
    }

    void seen(Transaction tx, String id, Instant now) {
        tx.handle()
                .createUpdate("UPDATE device SET seen_at = :now WHERE id = :id")
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    void revoke(Transaction tx, String id, Instant now) {
        tx.handle()
                .createUpdate("UPDATE device SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    void deleteOf(Transaction tx, String member) {
        tx.handle()
                .createUpdate("DELETE FROM device WHERE member = :member")
                .bind("member", member)
                .execute();
    }
}
