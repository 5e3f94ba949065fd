/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Credits;

/** What standing asks of the books, as {@link Ledger} answers it. Only within a unit of the store's writer. */
public interface Accounts {

    Balance balance(Transaction tx, String member);

    /** Credits a day, with a half-life of seven days, as if the member had always been one. */
    Credits recentAverage(Transaction tx, String member);

    /** All that the member's devices ever earned, matured. */
    Credits lifetime(Transaction tx, String member);
}
