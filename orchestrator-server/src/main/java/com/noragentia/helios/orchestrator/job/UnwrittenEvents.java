/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Events that are durable though no row holds them, since they follow from other rows: for whoever reads a job's events. Thread-safe. */
final class UnwrittenEvents {

    private final Map<String, List<StoredEvent>> byJob = new ConcurrentHashMap<>();

    /** All of a job, in order, as of a commit. */
    void are(String job, List<StoredEvent> events) {
        if (events.isEmpty()) {
            byJob.remove(job);
        } else {
            byJob.put(job, events);
        }
    }

    /** In order; none where all are written, or nothing is known. To be asked before the table, to which they may go at any moment. */
    List<StoredEvent> of(String job) {
        return byJob.getOrDefault(job, List.of());
    }

    Optional<StoredEvent> newest(String job) {
        List<StoredEvent> events = of(job);
        return events.isEmpty() ? Optional.empty() : Optional.of(events.getLast());
    }
}
