/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;

/** Tells standing what audits say of a member; the slice that audits stands behind it. Only within a unit of the store's writer. */
@FunctionalInterface
public interface Reputations {

    /** Over all of the member's devices; {@link Repute#NONE} where none was ever checked. */
    Repute of(Transaction tx, String member);
}
