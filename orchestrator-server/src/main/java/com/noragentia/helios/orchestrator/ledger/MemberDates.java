/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Instant;

/** Since when somebody has been a member. Asked on the writer's thread. */
@FunctionalInterface
public interface MemberDates {

    /** When the account was founded. */
    Instant since(Transaction tx, String member);
}
