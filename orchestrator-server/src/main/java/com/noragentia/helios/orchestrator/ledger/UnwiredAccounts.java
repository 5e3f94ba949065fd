/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Credits;

/** Books in which nobody has anything. */
public final class UnwiredAccounts implements Accounts {

    @Override
    public Balance balance(Transaction tx, String member) {
        return new Balance(Credits.ZERO, Credits.ZERO, Credits.ZERO);
    }

    @Override
    public Credits recentAverage(Transaction tx, String member) {
        return Credits.ZERO;
    }

    @Override
    public Credits lifetime(Transaction tx, String member) {
        return Credits.ZERO;
    }
}
