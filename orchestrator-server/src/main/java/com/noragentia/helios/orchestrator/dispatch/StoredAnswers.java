/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;

/** Tells how much of a task's answer is stored. */
@FunctionalInterface
interface StoredAnswers {

    Lease.Stored of(Transaction tx, String task, String job);
}
