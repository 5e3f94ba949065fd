/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.SealedTable;
import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Instant;
import java.util.List;

/** What devices have yet to sign for, and what they have. */
final class ReceiptTable {

    /** Without effect where it is there already. */
    void addDue(Transaction tx, DueReceipt due) {
        tx.statements()
                .update(
                        "INSERT INTO receipt_due (account, idx, row_seal) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        due.account(),
                        due.index(),
                        SealedTable.RECEIPT_DUE.seal(due.account(), due.index()));
    }

    /** Pseudonyms with something to sign for. */
    List<String> accountsWithDue(Transaction tx) {
        return tx.statements().list("SELECT DISTINCT account FROM receipt_due", row -> row.getString(1));
    }

    /** The first entries, in the order of the ledger, before {@code end}. */
    List<LogTable.Body> due(Transaction tx, String account, long end, int most) {
        return tx.statements()
                .list("""
                        SELECT entry.idx, entry.body FROM receipt_due JOIN ledger_entry entry ON entry.idx = receipt_due.idx
                        WHERE receipt_due.account = ? AND receipt_due.idx < ? ORDER BY receipt_due.idx LIMIT ?
                        """, row -> new LogTable.Body(row.getLong(1), row.getString(2)), account, end, most);
    }

    boolean hasDue(Transaction tx, String account) {
        return tx.statements()
                .first("SELECT 1 FROM receipt_due WHERE account = ? LIMIT 1", _ -> true, account)
                .orElse(false);
    }

    /** Nobody signs any more for accounts that are closed, nor is expected to for what stood under a checkpoint of that time. */
    void forget(Transaction tx, Instant until) {
        tx.statements().update("DELETE FROM receipt_due WHERE account NOT IN (SELECT pseudonym FROM ledger_device)");
        tx.statements()
                .update(
                        "DELETE FROM receipt_due WHERE idx < (SELECT size FROM log_checkpoint WHERE at <= ? ORDER BY size DESC LIMIT 1)",
                        until.toEpochMilli());
    }

    /** Keeps the signature instead of what was due. */
    void sign(Transaction tx, SignedReceipts signed, Instant now) {
        int due = tx.statements()
                .update(
                        "DELETE FROM receipt_due WHERE account = ? AND idx BETWEEN ? AND ?",
                        signed.account(),
                        signed.first(),
                        signed.last());
        if (due > 0) {
            tx.statements()
                    .update(
                            """
                            INSERT INTO receipt_signed (account, last_idx, first_idx, size, signature, at, row_seal)
                            VALUES (?, ?, ?, ?, ?, ?, ?)
                            """,
                            signed.account(),
                            signed.last(),
                            signed.first(),
                            signed.size(),
                            signed.signature(),
                            now.toEpochMilli(),
                            SealedTable.RECEIPT_SIGNED.seal(
                                    signed.account(),
                                    signed.last(),
                                    signed.first(),
                                    signed.size(),
                                    signed.signature(),
                                    now.toEpochMilli()));
        }
    }
}
