/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Instant;

/** Since when somebody has been a member. */
@FunctionalInterface
public interface MemberDates {

    Instant since(Transaction tx, String member);
}
