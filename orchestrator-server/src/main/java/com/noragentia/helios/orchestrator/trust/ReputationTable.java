/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Table {@code reputation}: what checks of each device have shown, model by model and owner by owner. */
final class ReputationTable {

    /** What a device has shown with one model while it belonged to one owner. */
    record Row(String device, String owner, Evidence evidence) {}

    Optional<Evidence> find(Transaction tx, String device, String model, String owner) {
        return tx.statements()
                .first(
                        "SELECT * FROM reputation WHERE device = ? AND model = ? AND owner = ?",
                        row -> read(row).evidence(),
                        device,
                        model,
                        owner);
    }

    List<Row> ofDevice(Transaction tx, String device) {
        return tx.statements().list("SELECT * FROM reputation WHERE device = ?", ReputationTable::read, device);
    }

    List<Row> ofOwner(Transaction tx, String owner) {
        return tx.statements()
                .list("SELECT * FROM reputation WHERE owner = ? ORDER BY device", ReputationTable::read, owner);
    }

    void put(Transaction tx, String model, Row row) {
        Evidence evidence = row.evidence();
        tx.statements()
                .update(
                        """
                        INSERT OR REPLACE INTO reputation
                            (device, model, owner, good, bad, as_of, passed, convicted_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        row.device(),
                        model,
                        row.owner(),
                        evidence.good(),
                        evidence.bad(),
                        evidence.asOf().toEpochMilli(),
                        evidence.passed(),
                        evidence.convictedAt().map(Instant::toEpochMilli).orElse(null));
    }

    void deleteOwner(Transaction tx, String owner) {
        tx.statements().update("DELETE FROM reputation WHERE owner = ?", owner);
    }

    private static Row read(ResultSet row) throws SQLException {
        long convicted = row.getLong("convicted_at");
        return new Row(
                row.getString("device"),
                row.getString("owner"),
                new Evidence(
                        row.getDouble("good"),
                        row.getDouble("bad"),
                        Instant.ofEpochMilli(row.getLong("as_of")),
                        row.getLong("passed"),
                        convicted == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(convicted))));
    }
}
