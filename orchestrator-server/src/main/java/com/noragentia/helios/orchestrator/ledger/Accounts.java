/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Credits;

/** What standing asks of the books, as {@link Ledger} answers it. A member whom the books do not know has nothing. Only within a unit of the store's writer. */
public interface Accounts {

    /** As of this unit, with what is held for jobs that have not ended. */
    Balance balance(Transaction tx, String member);

    /**
     * Credits a day as of now, not below nothing: what matured, with a half-life of {@link LedgerRules#ACTIVITY_HALF_LIFE} (BOINC's RAC, trust.md
     * 3.1), as if the member had always been one.
     */
    Credits recentAverage(Transaction tx, String member);

    /** All that the member's devices ever earned, matured, without what was reversed; not below nothing. */
    Credits lifetime(Transaction tx, String member);
}
