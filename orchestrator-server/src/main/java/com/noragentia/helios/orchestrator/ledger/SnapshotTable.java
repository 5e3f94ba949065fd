/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Credits;
import java.util.OptionalLong;

/** Table {@code ledger_snapshot}, which has one row. */
final class SnapshotTable {

    /** As it stands there; the seal is empty where none was written yet. */
    record Sealed(Snapshot snapshot, OptionalLong seal) {}

    /** Whether the tables of the books have all columns that this version reads: so it is from version 22 of the database on. */
    static boolean isReadable(Transaction tx) {
        return tx.statements()
                .first(
                        "SELECT COUNT(*) FROM pragma_table_info('ledger_device') WHERE name = 'checked_seal'",
                        row -> row.getInt(1) == 1)
                .orElse(false);
    }

    Sealed read(Transaction tx) {
        return tx.statements()
                .first(
                        "SELECT * FROM ledger_snapshot",
                        row -> new Sealed(
                                new Snapshot(
                                        row.getLong("entries"),
                                        new Credits(row.getLong("burn")),
                                        new Credits(row.getLong("treasury")),
                                        new Credits(row.getLong("mint")),
                                        new MintingDay.Stored(
                                                row.getLong("day"),
                                                new Credits(row.getLong("minted")),
                                                new Credits(row.getLong("transferred")),
                                                new Credits(row.getLong("transferred_yesterday")))),
                                row.getObject("seal") == null
                                        ? OptionalLong.empty()
                                        : OptionalLong.of(row.getLong("seal"))))
                .orElseThrow();
    }

    void write(Transaction tx, Snapshot snapshot, long seal) {
        MintingDay.Stored minting = snapshot.minting();
        tx.statements()
                .update(
                        """
                        UPDATE ledger_snapshot SET entries = ?, burn = ?, treasury = ?, mint = ?,
                               day = ?, minted = ?, transferred = ?, transferred_yesterday = ?, seal = ?
                        """,
                        snapshot.entries(),
                        snapshot.burn().micros(),
                        snapshot.treasury().micros(),
                        snapshot.mint().micros(),
                        minting.day(),
                        minting.minted().micros(),
                        minting.transferred().micros(),
                        minting.yesterday().micros(),
                        seal);
    }
}
