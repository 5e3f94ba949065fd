/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.SealedTable;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.ledger.Credits;
import java.util.Map;
import java.util.stream.Collectors;

/** Table {@code ledger_gone_device}: what devices whose account was closed had minted that day, each under a hash of its id. */
final class GoneDeviceTable {

    private record Row(String name, Credits minted) {}

    /** Under what a device stands here. */
    static String name(String device) {
        return Sha256.hex("helios-gone-device-1\n" + device);
    }

    /** Adds to what it had minted under other owners. */
    void add(Transaction tx, long day, String device, Credits minted) {
        String name = name(device);
        long together = tx.statements()
                .first("""
                        INSERT INTO ledger_gone_device (day, device, minted) VALUES (?, ?, ?)
                        ON CONFLICT (day, device) DO UPDATE SET minted = minted + excluded.minted RETURNING minted
                        """, row -> row.getLong(1), day, name, minted.micros())
                .orElseThrow();
        tx.statements()
                .update(
                        "UPDATE ledger_gone_device SET row_seal = ? WHERE day = ? AND device = ?",
                        SealedTable.LEDGER_GONE_DEVICE.seal(day, name, together),
                        day,
                        name);
    }

    /** What was minted, by {@link #name}. */
    Map<String, Credits> on(Transaction tx, long day) {
        return tx
                .statements()
                .list(
                        "SELECT device, minted FROM ledger_gone_device WHERE day = ?",
                        row -> new Row(row.getString(1), new Credits(row.getLong(2))),
                        day)
                .stream()
                .collect(Collectors.toMap(Row::name, Row::minted));
    }

    void forgetBefore(Transaction tx, long day) {
        tx.statements().update("DELETE FROM ledger_gone_device WHERE day < ?", day);
    }
}
