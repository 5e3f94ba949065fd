/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Instant;
import java.util.List;

/** Table {@code speed}. */
final class SqlSpeedBook implements SpeedBook {

    @Override
    public List<Entry> all(Transaction tx) {
        return tx.handle()
                .createQuery("SELECT * FROM speed ORDER BY measured_at, device, model")
                .map((row, _) -> new Entry(
                        new Hosting(row.getString("device"), row.getString("model")),
                        new Speed(
                                row.getDouble("load_millis"),
                                row.getDouble("prefill"),
                                row.getDouble("decode"),
                                row.getInt("samples")),
                        Instant.ofEpochMilli(row.getLong("measured_at"))))
                .list();
    }

    @Override
    public void put(Transaction tx, Entry entry) {
        tx.handle()
                .createUpdate("""
                        INSERT OR REPLACE INTO speed (device, model, load_millis, prefill, decode, samples, measured_at)
                        VALUES (:device, :model, :load, :prefill, :decode, :samples, :measuredAt)
                        """)
                .bind("device", entry.hosting().device())
                .bind("model", entry.hosting().model())
                .bind("load", entry.speed().loadMillis())
                .bind("prefill", entry.speed().prefillPerSecond())
                .bind("decode", entry.speed().decodePerSecond())
                .bind("samples", entry.speed().samples())
                .bind("measuredAt", entry.measuredAt().toEpochMilli())
                .execute();
    }

    @Override
    public void delete(Transaction tx, Hosting hosting) {
        tx.handle()
                .createUpdate("DELETE FROM speed WHERE device = :device AND model = :model")
                .bind("device", hosting.device())
                .bind("model", hosting.model())
                .execute();
    }
}
