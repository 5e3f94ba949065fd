/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.ledger.Outlay;
import com.noragentia.helios.orchestrator.ledger.Payment;
import com.noragentia.helios.orchestrator.ledger.Settlement;
import com.noragentia.helios.orchestrator.store.Transaction;

/** What jobs ask of the ledger. Every call belongs to a unit of work of the store's writer, and is undone with it. */
public interface Till {

    /** Keeps back the most that a job may cost, until it is settled or released. */
    void hold(Transaction tx, String member, String job, Outlay outlay);

    /** Reads what is held for open tasks, should it not be read yet: a task that is to be settled must still be open then. */
    void open(Transaction tx);

    /** A task was answered: its work is paid for. Returns what the requester pays, with what is burned. */
    Payment settle(Transaction tx, Settlement settlement);

    /** A job has ended: what is left of its hold is free again. */
    void release(Transaction tx, String job);
}
