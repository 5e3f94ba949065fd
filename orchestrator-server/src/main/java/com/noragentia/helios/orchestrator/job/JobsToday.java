/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many jobs of each member were accepted since midnight UTC, without those that only own devices may serve. In memory, read from the
 * record on first use, on a new day and after a unit failed. Not thread-safe; lives on the writer's thread.
 */
final class JobsToday {

    private final JobTable jobs;
    private final Clock clock;
    private LocalDate day = LocalDate.MIN;
    private @Nullable Map<String, Integer> counts;

    JobsToday(JobTable jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    int of(Transaction tx, String member) {
        return counts(tx).getOrDefault(member, 0);
    }

    /** One more, whose row is not written yet. */
    void accepted(Transaction tx, String member) {
        counts(tx).merge(member, 1, Integer::sum);
        tx.ifUndone(() -> counts = null);
    }

    private Map<String, Integer> counts(Transaction tx) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<String, Integer> current = counts;
        if (current == null || !today.equals(day)) {
            current = new HashMap<>(
                    jobs.countSince(tx, today.atStartOfDay(ZoneOffset.UTC).toInstant()));
            day = today;
            counts = current;
        }
        return current;
    }
}
