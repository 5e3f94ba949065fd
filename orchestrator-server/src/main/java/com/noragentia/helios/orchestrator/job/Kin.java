/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.store.Transaction;

/** Who works for whom without pay. */
@FunctionalInterface
public interface Kin {

    /** Whether two members are so close that credits between them would prove nothing: trust.md §3.6. Cheap; asked for every answered task. */
    boolean related(Transaction tx, String member, String other);

    /** Only whoever is the same. */
    Kin NOBODY = (_, member, other) -> member.equals(other);
}
