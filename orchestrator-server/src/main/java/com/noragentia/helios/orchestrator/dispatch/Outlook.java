/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.api.WaitReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What can be said of a job that has not ended: how many are before it, why it waits, how long it may take. Not thread-safe. */
final class Outlook {

    private final Workforce workforce;

    Outlook(Workforce workforce) {
        this.workforce = workforce;
    }

    JobWait of(TaskMirror tasks, String job) {
        List<LiveTask> live = tasks.ofJob(job);
        List<LiveTask> waiting =
                live.stream().filter(task -> task.lease().isEmpty()).toList();
        if (live.isEmpty()) {
            return JobWait.OVER;
        }
        boolean isRunning = waiting.size() < live.size();
        if (waiting.isEmpty()) {
            return new JobWait(true, OptionalInt.empty(), Optional.empty(), Optional.empty());
        }
        LiveTask next = waiting.getFirst();
        FairQueue queue = tasks.queue(next.ticket().lane());
        return new JobWait(
                isRunning, OptionalInt.of(queue.ahead(next.ticket().task())), Optional.empty(), Optional.empty());
    }
}
