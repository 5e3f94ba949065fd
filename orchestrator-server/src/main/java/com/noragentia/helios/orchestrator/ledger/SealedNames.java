/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.SealedTable;
import com.noragentia.helios.orchestrator.store.Transaction;
import java.util.List;
import java.util.Optional;

/** Who stands behind which account: the one thing about the books that no entry tells, so nothing is written where it was changed. Stateless. */
final class SealedNames {

    private static final List<SealedTable> TABLES = List.of(SealedTable.LEDGER_MEMBER, SealedTable.LEDGER_DEVICE);

    /** The first row of a name that is not as it was written. */
    Optional<SealedTable.Altered> altered(Transaction tx) {
        return TABLES.stream().flatMap(table -> table.altered(tx).stream()).findFirst();
    }

    /** @throws IllegalStateException if a name is not as it was written */
    void require(Transaction tx) {
        altered(tx).ifPresent(row -> {
            throw new IllegalStateException("nobody is known to stand behind an account of the ledger: the row with "
                    + row.row() + " of " + row.table()
                    + " is not as it was written. Nothing is written to the ledger any"
                    + " more. Stop the orchestrator, and put the newest backup of helios.db back as a whole");
        });
    }
}
