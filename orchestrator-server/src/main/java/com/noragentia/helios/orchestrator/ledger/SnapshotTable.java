/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Credits;

/** Table {@code ledger_snapshot}, which has one row. */
final class SnapshotTable {

    Snapshot read(Transaction tx) {
        return tx.statements()
                .first(
                        "SELECT * FROM ledger_snapshot",
                        row -> new Snapshot(
                                row.getLong("entries"),
                                new Credits(row.getLong("burn")),
                                new Credits(row.getLong("treasury")),
                                new Credits(row.getLong("mint")),
                                new MintingDay.Stored(
                                        row.getLong("day"),
                                        new Credits(row.getLong("minted")),
                                        new Credits(row.getLong("transferred")),
                                        new Credits(row.getLong("transferred_yesterday")))))
                .orElseThrow();
    }

    void write(Transaction tx, Snapshot snapshot) {
        MintingDay.Stored minting = snapshot.minting();
        tx.statements()
                .update(
                        """
                        UPDATE ledger_snapshot SET entries = ?, burn = ?, treasury = ?, mint = ?,
                               day = ?, minted = ?, transferred = ?, transferred_yesterday = ?
                        """,
                        snapshot.entries(),
                        snapshot.burn().micros(),
                        snapshot.treasury().micros(),
                        snapshot.mint().micros(),
                        minting.day(),
                        minting.minted().micros(),
                        minting.transferred().micros(),
                        minting.yesterday().micros());
    }
}
