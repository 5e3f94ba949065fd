/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Account;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import java.time.Duration;
import java.util.List;

/** Lets hoards fade (trust.md 3.3): the part of a balance above the limit halves in each half-life, in steps of a day. */
final class Fading {

    private static final long STEP_MILLIS = Duration.ofDays(1).toMillis();
    private static final double HALF_LIFE_MILLIS = LedgerRules.HOARD_HALF_LIFE.toMillis();

    private final CurrentBooks current;
    private final Clerk clerk;

    Fading(CurrentBooks current, Clerk clerk) {
        this.current = current;
        this.clerk = clerk;
    }

    /** After days without a step, one makes up for them all. */
    void fadeAll(Transaction tx) {
        Books books = current.at(tx);
        List<MemberAccount> hoards = books.accounts().members().stream()
                .filter(account -> account.hoardSince() != 0)
                .toList();
        hoards.forEach(account -> fade(tx, account, clerk.now(books) - account.hoardSince()));
    }

    private void fade(Transaction tx, MemberAccount account, long millis) {
        if (millis < STEP_MILLIS) {
            return;
        }
        Credits hoard = account.owned().minus(LedgerRules.HOARD);
        Credits faded = hoard.times(1 - Math.pow(2, -millis / HALF_LIFE_MILLIS));
        if (faded.isPositive()) {
            clerk.enter(
                    tx,
                    EntryKind.DECAY,
                    Event.of(EntryKind.DECAY, account.account(), account.hoardSince()),
                    Postings.move(account.account(), Account.House.TREASURY, faded));
        }
    }
}
