/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import java.util.Optional;

/** Hears of each entry in the unit of work that writes it, in the order of their indexes. What it makes of it is undone with the unit. */
@FunctionalInterface
public interface EntryListener {

    EntryListener NONE = (_, _, _, _) -> {};

    /**
     * One more.
     *
     * @param hash of the entry as a leaf of the Merkle tree, in hex
     * @param device whose pending credits it changes
     */
    void entered(Transaction tx, LedgerEntry entry, String hash, Optional<String> device);
}
