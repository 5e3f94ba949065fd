/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;
import com.noragentia.helios.protocol.ledger.Posting;
import java.util.List;

/** Both sides of an entry. Immutable. */
record Postings(List<Posting> all) {

    static Postings of(LedgerEntry entry) {
        return new Postings(entry.postings());
    }

    /** A positive amount goes from one account to another. */
    static List<Posting> move(Account from, Account to, Credits amount) {
        return List.of(new Posting(from, amount.negated()), new Posting(to, amount));
    }

    /** What ended in burn. */
    Credits burned() {
        for (Posting posting : all) {
            if (posting.account() == Account.House.BURN) {
                return posting.amount().max(Credits.ZERO);
            }
        }
        return Credits.ZERO;
    }
}
