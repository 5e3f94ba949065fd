/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.util.LinkedHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The number of the newest event of each job that has not ended, as far as it is known without a look into the table. All are forgotten when
 * a unit or a commit fails. Not thread-safe; lives on the writer's thread.
 */
final class NewestEvents {

    /** Jobs that are remembered at most, some ten megabytes; those whose first event is longest ago go first. */
    static final int REMEMBERED = 100_000;

    private final LinkedHashMap<String, Long> byJob = new LinkedHashMap<>();
    private @Nullable Transaction lastUser;

    /** @param stored looks into the table */
    long of(Transaction tx, String job, LongSupplier stored) {
        if (!tx.equals(lastUser)) {
            lastUser = tx;
            tx.ifUndone(byJob::clear);
        }
        Long known = byJob.get(job);
        return known == null ? stored.getAsLong() : known;
    }

    void is(String job, long sequence) {
        byJob.put(job, sequence);
        if (byJob.size() > REMEMBERED) {
            byJob.pollFirstEntry();
        }
    }

    void forget(String job) {
        byJob.remove(job);
    }
}
