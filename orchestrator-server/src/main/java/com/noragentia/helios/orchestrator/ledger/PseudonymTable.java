/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.util.Optional;

/** Tells under which pseudonym a device stands in the ledger; what is read here is written by the ledger itself. */
final class PseudonymTable {

    /** Empty as long as the device has earned nothing. One that has changed its owner has a new one. */
    Optional<String> ofDevice(Transaction tx, String device) {
        return tx.statements()
                .first(
                        "SELECT pseudonym FROM ledger_device WHERE device = ? ORDER BY number DESC LIMIT 1",
                        row -> row.getString(1),
                        device);
    }
}
