/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.task.Expert;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How much waits and who is at work, as it was a moment ago: for those who may not wait for the writer. Thread-safe. */
public final class Occupancy {

    private record Work(String device, String model) {}

    private record Snapshot(Map<LaneKey, Integer> waiting, Map<Work, Instant> until) {}

    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(Map.of(), Map.of());

    Occupancy(Clock clock) {
        this.clock = clock;
    }

    /** Looks anew; on the writer's thread. */
    void look(TaskMirror tasks, WorkerIndex index) {
        Map<LaneKey, Integer> waiting = new HashMap<>();
        for (LaneKey lane : tasks.lanes()) {
            FairQueue queue = tasks.queue(lane);
            waiting.put(lane, queue.size() + queue.parked());
        }
        Map<Work, Instant> until = new HashMap<>();
        for (LiveTask task : tasks.held()) {
            Lease lease = task.lease().orElseThrow();
            String device = lease.holder().device();
            until.put(new Work(device, lease.model()), index.busyUntil(device));
        }
        snapshot = new Snapshot(waiting, until);
    }

    /** How many tasks wait for an expert, whatever its model. */
    public int waiting(Expert expert) {
        return snapshot.waiting().getOrDefault(LaneKey.of(expert), 0);
    }

    /** How many tasks wait for a model that was named. */
    public int waitingFor(String model) {
        return snapshot.waiting().entrySet().stream()
                .filter(lane -> lane.getKey().model().filter(model::equals).isPresent())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** How long a device will still work with a model on what it has, by the forecast; zero where it has nothing, a second at least else. */
    public Duration remaining(String device, String model) {
        Instant until = snapshot.until().get(new Work(device, model));
        if (until == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), until);
        return left.toSeconds() < 1 ? Duration.ofSeconds(1) : left;
    }
}
