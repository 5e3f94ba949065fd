/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;

/** Tells whether somebody is still a member: for nobody else an account is opened. Asked on the writer's thread. */
@FunctionalInterface
public interface KnownMembers {

    /** As of this unit; false for an id that never was one. */
    boolean has(Transaction tx, String member);
}
