/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.SealedTable;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.wire.WireException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tables {@code ledger_entry} and {@code ledger_check}: what has happened, each once and for good. */
final class EntryTable {

    /** An entry as it was read, with the hash of its stored bytes. */
    record Written(LedgerEntry entry, String hash) {}

    /** False where its event is recorded already; nothing changes then. */
    boolean add(Transaction tx, LedgerEntry entry, byte[] canonical) {
        return tx.statements().update("""
                                INSERT INTO ledger_entry (idx, event, body) VALUES (?, ?, CAST(? AS TEXT))
                                ON CONFLICT (event) DO NOTHING
                                """, entry.index(), HexFormat.of().parseHex(entry.event()), canonical) == 1;
    }

    /** At most so many entries from this index on, in order. */
    List<Written> from(Transaction tx, long index, int most) {
        return tx.statements()
                .list(
                        "SELECT idx, body FROM ledger_entry WHERE idx >= ? ORDER BY idx LIMIT ?",
                        row -> written(row.getLong(1), row.getBytes(2)),
                        index,
                        most);
    }

    /** One more than the last index. */
    long end(Transaction tx) {
        return tx.statements()
                .first("SELECT COALESCE(MAX(idx) + 1, 0) FROM ledger_entry", row -> row.getLong(1))
                .orElse(0L);
    }

    Optional<Written> at(Transaction tx, long index) {
        return tx.statements()
                .first(
                        "SELECT idx, body FROM ledger_entry WHERE idx = ?",
                        row -> written(row.getLong(1), row.getBytes(2)),
                        index);
    }

    /** The one that recorded an event. */
    Optional<Written> of(Transaction tx, String event) {
        return tx.statements()
                .first(
                        "SELECT idx, body FROM ledger_entry WHERE event = ?",
                        row -> written(row.getLong(1), row.getBytes(2)),
                        HexFormat.of().parseHex(event));
    }

    /** All entries from this index on that post to an account, in order; reads through the whole table. */
    List<LedgerEntry> concerning(Transaction tx, Account account, long from) {
        return tx
                .statements()
                .list(
                        "SELECT idx, body FROM ledger_entry WHERE idx >= ? AND instr(body, ?) > 0 ORDER BY idx",
                        row -> written(row.getLong(1), row.getBytes(2)),
                        from,
                        account.text())
                .stream()
                .map(Written::entry)
                .toList();
    }

    private static Written written(long index, byte[] body) {
        try {
            return new Written(LedgerEntry.read(body), LedgerEntry.hash(body));
        } catch (WireException e) {
            throw new IllegalStateException("the ledger is broken at entry " + index, e);
        }
    }

    /** True for the first that tells of an event which leaves no entry of its own. */
    boolean addBare(Transaction tx, String event, long now) {
        return addCheck(tx, HexFormat.of().parseHex(event), now);
    }

    private static boolean addCheck(Transaction tx, byte[] event, @Nullable Long at) {
        return tx.statements()
                        .update(
                                "INSERT INTO ledger_check (event, at, row_seal) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                                event,
                                at,
                                SealedTable.LEDGER_CHECK.seal(event, at))
                == 1;
    }

    /** Such an event that is remembered for good. */
    void addBareForGood(Transaction tx, String event) {
        var _ = addCheck(tx, HexFormat.of().parseHex(event), null);
    }

    void forgetBare(Transaction tx, long before) {
        tx.statements().update("DELETE FROM ledger_check WHERE at < ?", before);
    }

    boolean isBare(Transaction tx, String event) {
        return tx.statements()
                .first(
                        "SELECT 1 FROM ledger_check WHERE event = ?",
                        row -> row.getInt(1),
                        HexFormat.of().parseHex(event))
                .isPresent();
    }
}
