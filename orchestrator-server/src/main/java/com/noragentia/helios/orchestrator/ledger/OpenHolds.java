/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.util.List;

/**
 * What is kept back for jobs that have not ended, as whoever keeps the jobs has it on record: read when the orchestrator starts, and after a
 * commit that failed. So a hold costs no row of its own.
 */
@FunctionalInterface
public interface OpenHolds {

    /** Where nothing is ever kept back. */
    OpenHolds NONE = _ -> List.of();

    /** @param remaining what those tasks of the job which have not ended may still cost */
    record OpenHold(String job, String member, Outlay remaining) {}

    /** Each job once; called on the writer's thread. */
    List<OpenHold> open(Transaction tx);
}
