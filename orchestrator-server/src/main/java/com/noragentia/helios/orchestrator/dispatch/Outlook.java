/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What can be said of a job that has not ended: how many are before it, why it waits, how long it may take. Not thread-safe; lives on the
 * writer's thread.
 */
final class Outlook {

    /** In queues longer than this, places are not counted one by one. */
    private static final int COUNTED = 500;

    private final WaitReasons reasons;

    Outlook(WaitReasons reasons) {
        this.reasons = reasons;
    }

    /** A lease was completed, so long after its worker could begin: what comes after it may take as long. */
    void served(Lease lease, Duration time) {
        reasons.served(lease.expert(), time.toMillis());
    }

    /** How many tasks will begin before one: exact in a short queue, in a long one the most that may be. */
    static int ahead(TaskMirror tasks, Ticket ticket) {
        if (ticket.ownOnly()) {
            return tasks.ownQueue(ticket.lane()).ahead(ticket);
        }
        FairQueue queue = tasks.queue(ticket.lane());
        return queue.size() <= COUNTED ? queue.ahead(ticket.task()) : queue.size() - 1;
    }

    JobWait of(TaskMirror tasks, String job) {
        List<LiveTask> live = tasks.ofJob(job);
        Optional<LiveTask> next =
                live.stream().filter(task -> task.lease().isEmpty()).findFirst();
        boolean isRunning = live.stream().anyMatch(task -> task.lease().isPresent());
        return next.map(task -> of(tasks, task, isRunning))
                .orElseGet(() -> new JobWait(isRunning, OptionalInt.empty(), Optional.empty(), Optional.empty()));
    }

    private JobWait of(TaskMirror tasks, LiveTask next, boolean isRunning) {
        Ticket ticket = next.ticket();
        int ahead = ahead(tasks, ticket);
        OptionalLong millis = reasons.estimateMillis(ticket, next.failedAt(), ahead);
        return new JobWait(
                isRunning,
                OptionalInt.of(ahead),
                millis.isPresent() ? Optional.of(Duration.ofMillis(millis.getAsLong())) : Optional.empty(),
                isRunning ? Optional.empty() : Optional.of(reasons.reason(ticket, next.failedAt(), ahead)));
    }
}
