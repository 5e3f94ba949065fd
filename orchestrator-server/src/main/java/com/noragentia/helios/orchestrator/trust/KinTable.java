/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Instant;
import java.util.List;

/** Tables {@code kinship} and {@code network_seen}. */
final class KinTable {

    /** Two members who belong together. {@code other} was invited by {@code one}, or got a device from it. */
    record Pair(String one, String other, Bond bond, Instant since) {}

    /** A member who was in a network. */
    record Sighting(String network, String member, Instant at) {}

    void bind(Transaction tx, String one, String other, Bond bond, Instant now) {
        tx.statements()
                .update(
                        "INSERT OR IGNORE INTO kinship (one, other, bond, since) VALUES (?, ?, ?, ?)",
                        one,
                        other,
                        bond.name(),
                        now.toEpochMilli());
    }

    void seen(Transaction tx, Sighting sighting) {
        tx.statements()
                .update(
                        """
                        INSERT INTO network_seen (network, member, seen_at) VALUES (?, ?, ?)
                        ON CONFLICT (network, member) DO UPDATE SET seen_at = excluded.seen_at
                        """,
                        sighting.network(),
                        sighting.member(),
                        sighting.at().toEpochMilli());
    }

    List<Pair> pairs(Transaction tx) {
        return tx.statements()
                .list(
                        "SELECT one, other, bond, since FROM kinship",
                        row -> new Pair(
                                row.getString(1),
                                row.getString(2),
                                Bond.valueOf(row.getString(3)),
                                Instant.ofEpochMilli(row.getLong(4))));
    }

    void unbind(Transaction tx, Pair pair) {
        tx.statements()
                .update(
                        "DELETE FROM kinship WHERE one = ? AND other = ? AND bond = ?",
                        pair.one(),
                        pair.other(),
                        pair.bond().name());
    }

    List<Sighting> sightings(Transaction tx, Instant after) {
        return tx.statements()
                .list(
                        "SELECT network, member, seen_at FROM network_seen WHERE seen_at > ?",
                        row -> new Sighting(row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))),
                        after.toEpochMilli());
    }

    /** Whether there were any. */
    boolean deleteSightings(Transaction tx, Instant until) {
        return tx.statements().update("DELETE FROM network_seen WHERE seen_at <= ?", until.toEpochMilli()) > 0;
    }

    void delete(Transaction tx, String member) {
        tx.statements().update("DELETE FROM kinship WHERE one = ? OR other = ?", member, member);
        tx.statements().update("DELETE FROM network_seen WHERE member = ?", member);
    }
}
