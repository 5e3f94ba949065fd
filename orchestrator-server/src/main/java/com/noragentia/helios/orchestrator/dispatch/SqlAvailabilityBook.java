/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Instant;
import java.util.List;

/** Table {@code availability}. */
final class SqlAvailabilityBook implements AvailabilityBook {

    @Override
    public List<Entry> all(Transaction tx) {
        return tx.handle()
                .createQuery("SELECT * FROM availability ORDER BY as_of, device")
                .map((row, _) -> new Entry(
                        row.getString("device"),
                        new Ends(
                                row.getDouble("good"),
                                row.getDouble("blamed"),
                                Instant.ofEpochMilli(row.getLong("as_of")))))
                .list();
    }

    @Override
    public void put(Transaction tx, Entry entry) {
        tx.handle()
                .createUpdate("""
                        INSERT OR REPLACE INTO availability (device, good, blamed, as_of)
                        VALUES (:device, :good, :blamed, :asOf)
                        """)
                .bind("device", entry.device())
                .bind("good", entry.ends().good())
                .bind("blamed", entry.ends().blamed())
                .bind("asOf", entry.ends().asOf().toEpochMilli())
                .execute();
    }

    @Override
    public void delete(Transaction tx, String device) {
        tx.handle()
                .createUpdate("DELETE FROM availability WHERE device = :device")
                .bind("device", device)
                .execute();
    }
}
