/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.SealedTable;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.crypto.TreeHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The log of the ledger in the database: its tiles and checkpoints, and the bodies of entries to read. */
final class LogTable {

    /** A signed note, and when it was signed. */
    record StoredNote(String note, Instant at) {}

    /** An entry as it stands there. */
    record Body(long index, String text) {

        TreeHash leaf() {
            return TreeHash.leaf(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** In the order of the ledger, from this one on, before {@code end}. */
    List<Body> entries(Transaction tx, long from, long end, int most) {
        return tx.statements()
                .list(
                        "SELECT idx, body FROM ledger_entry WHERE idx >= ? AND idx < ? ORDER BY idx LIMIT ?",
                        row -> new Body(row.getLong(1), row.getString(2)),
                        from,
                        end,
                        most);
    }

    void addTile(Transaction tx, Tile.Name name, Tile tile) {
        tx.statements()
                .update(
                        "INSERT INTO log_tile (level, idx, hashes) VALUES (?, ?, ?)",
                        name.level(),
                        name.index(),
                        tile.bytes());
    }

    Optional<Tile> tile(Transaction tx, Tile.Name name) {
        return tx.statements()
                .first(
                        "SELECT hashes FROM log_tile WHERE level = ? AND idx = ?",
                        row -> Tile.of(row.getBytes(1)),
                        name.level(),
                        name.index());
    }

    /** How many tiles hold hashes of entries. */
    long tiles(Transaction tx) {
        return tx.statements()
                .first("SELECT COALESCE(MAX(idx) + 1, 0) FROM log_tile WHERE level = 0", row -> row.getLong(1))
                .orElse(0L);
    }

    void addCheckpoint(Transaction tx, long size, StoredNote signed) {
        tx.statements()
                .update(
                        "INSERT INTO log_checkpoint (size, at, note, row_seal) VALUES (?, ?, ?, ?)",
                        size,
                        signed.at().toEpochMilli(),
                        signed.note(),
                        SealedTable.LOG_CHECKPOINT.seal(size, signed.at().toEpochMilli(), signed.note()));
    }

    Optional<StoredNote> newestCheckpoint(Transaction tx) {
        return tx.statements()
                .first(
                        "SELECT note, at FROM log_checkpoint ORDER BY size DESC LIMIT 1",
                        row -> new StoredNote(row.getString(1), Instant.ofEpochMilli(row.getLong(2))));
    }
}
