/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.LedgerEntry;

/**
 * The door of the slice: append-only, double entry. Every call belongs to a unit of work of the store's writer, and is undone with it. Each
 * event is recorded once: the same again changes nothing. Not thread-safe; lives on the writer's thread.
 */
@SuppressWarnings("DoNotCallSuggester") // goes with the bodies to come
public final class Ledger {

    public Balance balance(Transaction tx, String member) {
        throw new UnsupportedOperationException("ledger core");
    }

    /** Keeps back what a job may cost at most, until it is settled or released. A second hold for a job changes nothing. */
    public void hold(Transaction tx, String member, String job, Credits most) {
        throw new UnsupportedOperationException("ledger core");
    }

    /** A task was answered. The hold of its job shrinks by what is paid. */
    public void settle(Transaction tx, Settlement settlement) {
        throw new UnsupportedOperationException("ledger core");
    }

    /** A job has ended: what is left of its hold is free again. */
    public void release(Transaction tx, String job) {
        throw new UnsupportedOperationException("ledger core");
    }

    /** A device passed a canary: {@code work} is minted for it, as far as the caps allow. Returns what was. */
    public Credits mint(
            Transaction tx, String canary, String device, String owner, Credits work, LedgerEntry.Facts facts) {
        throw new UnsupportedOperationException("ledger core");
    }

    /** A newcomer's allowance, once in a member's life and within the cap. */
    public Credits allow(Transaction tx, String member, Credits allowance) {
        throw new UnsupportedOperationException("ledger core");
    }

    /** A check of a device was passed: what it earned before matures once it is old enough. */
    public void passed(Transaction tx, String check, String device) {
        throw new UnsupportedOperationException("ledger core");
    }

    /** A check failed: what is pending is burned, and the owner is fined. */
    public void failed(Transaction tx, String check, String device, String owner) {
        throw new UnsupportedOperationException("ledger core");
    }

    /** Recent average credit of a member: what its devices earned a day, with a half-life of seven days. */
    public Credits recentAverage(Transaction tx, String member) {
        throw new UnsupportedOperationException("ledger core");
    }

    /** All that the member's devices ever earned, matured. */
    public Credits lifetime(Transaction tx, String member) {
        throw new UnsupportedOperationException("ledger core");
    }

    /** Closes the accounts of a member for good: what is left is burned, and nothing leads from the pseudonyms to the member any more. */
    public void close(Transaction tx, String member) {
        throw new UnsupportedOperationException("ledger core");
    }
}
