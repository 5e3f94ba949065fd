/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;

/** How much each member has asked already. Only within a unit of the store's writer. */
@FunctionalInterface
public interface Loads {

    Load of(Transaction tx, String member);
}
