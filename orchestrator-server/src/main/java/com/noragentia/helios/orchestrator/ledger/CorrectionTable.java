/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.SealedTable;
import com.noragentia.helios.orchestrator.store.Transaction;
import java.util.List;

/** Table {@code ledger_correction}: why entries were reversed. */
final class CorrectionTable {

    void add(Transaction tx, Correction.Made made) {
        tx.statements()
                .update(
                        "INSERT INTO ledger_correction (idx, corrected, why, row_seal) VALUES (?, ?, ?, ?)",
                        made.entry(),
                        made.corrected(),
                        made.why(),
                        SealedTable.LEDGER_CORRECTION.seal(made.entry(), made.corrected(), made.why()));
    }

    List<Correction.Made> all(Transaction tx) {
        return tx.statements()
                .list(
                        "SELECT idx, corrected, why FROM ledger_correction ORDER BY idx",
                        row -> new Correction.Made(row.getLong(1), row.getLong(2), row.getString(3)));
    }
}
