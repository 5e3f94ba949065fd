/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.util.List;
import java.util.Optional;

/** Tells under which pseudonyms a device stands in the ledger; what is read here is written by the ledger itself. */
final class PseudonymTable {

    /** None as long as the device has earned nothing; one for each owner it has had, of which it may have any again. */
    List<String> ofDevice(Transaction tx, String device) {
        return tx.statements()
                .list(
                        "SELECT pseudonym FROM ledger_device WHERE device = ? ORDER BY number",
                        row -> row.getString(1),
                        device);
    }

    /** Under which of them the device has yet to sign for an entry. */
    Optional<String> due(Transaction tx, String device, long index) {
        return tx.statements().first("""
                        SELECT pseudonym FROM ledger_device JOIN receipt_due ON account = pseudonym
                        WHERE device = ? AND idx = ?
                        """, row -> row.getString(1), device, index);
    }
}
