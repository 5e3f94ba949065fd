/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.supervisor.NetworkEvent;
import com.noragentia.helios.worker.agent.WorkerReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Knows for how long nobody has asked anything. Thread-safe. */
final class IdleWatch {

    private final Clock clock;
    private final Set<String> running = new HashSet<>();
    private Instant lastActive;

    IdleWatch(Clock clock) {
        this.clock = clock;
        this.lastActive = clock.instant();
    }

    synchronized void heed(NetworkEvent event) {
        if (event instanceof NetworkEvent.Worker worker) {
            if (worker.report() instanceof WorkerReport.TaskStarted task) {
                running.add(task.lease());
                lastActive = clock.instant();
            } else if (worker.report() instanceof WorkerReport.TaskEnded task) {
                running.remove(task.lease());
                lastActive = clock.instant();
            } else if (worker.report() instanceof WorkerReport.Connecting) {
                running.clear(); // a worker that starts anew never tells of the tasks its former life had
            }
        }
    }

    /** How long it has been since the last task; zero while one runs. */
    synchronized Duration idle() {
        return running.isEmpty() ? Duration.between(lastActive, clock.instant()) : Duration.ZERO;
    }
}
