/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the events of each job that has not ended have come, as far as it is known without a look into the table, and those of them that
 * are not written yet. What a unit changed is taken back if it fails. Not thread-safe; lives on the writer's thread.
 */
final class OpenEvents {

    /** Jobs that are remembered at most, some ten megabytes; those whose first event is longest ago go first. */
    static final int REMEMBERED = 100_000;

    /**
     * The events of a job.
     *
     * @param newest number of the newest; 0 where there is none
     * @param unwritten the last of them, in order
     */
    record Open(long newest, List<StoredEvent> unwritten) {

        static final Open NOTHING = new Open(0, List.of());

        Open plus(StoredEvent event) {
            if (unwritten.isEmpty()) {
                return new Open(event.sequence(), List.of(event));
            }
            List<StoredEvent> more = new ArrayList<>(unwritten);
            more.add(event);
            return new Open(event.sequence(), more);
        }
    }

    private record Change(String job, @Nullable Open before) {}

    private final LinkedHashMap<String, Open> byJob = new LinkedHashMap<>();
    private List<Change> changes = List.of();
    private @Nullable Transaction lastUser;

    Optional<Open> of(String job) {
        return Optional.ofNullable(byJob.get(job));
    }

    void put(Transaction tx, String job, Open open) {
        changes(tx).add(new Change(job, byJob.put(job, open)));
    }

    void remove(Transaction tx, String job) {
        changes(tx).add(new Change(job, byJob.remove(job)));
    }

    /** The job to be forgotten, where there is one too many. */
    Optional<Map.Entry<String, Open>> oneTooMany() {
        return byJob.size() > REMEMBERED ? Optional.of(byJob.firstEntry()) : Optional.empty();
    }

    private List<Change> changes(Transaction tx) {
        if (!tx.equals(lastUser)) {
            lastUser = tx;
            List<Change> fresh = new ArrayList<>();
            changes = fresh;
            tx.ifUndone(() -> fresh.reversed().forEach(this::takeBack));
        }
        return changes;
    }

    private void takeBack(Change change) {
        if (change.before() == null) {
            byJob.remove(change.job());
        } else {
            byJob.put(change.job(), change.before());
        }
    }
}
