/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.placement;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A worker of the simulation: runs one task at a time, and loads a model after it has finished what it does. */
final class SimulatedWorker {

    final String device;
    final long memoryBytes;
    private final Map<String, Instant> since = new HashMap<>();
    private final Map<String, Instant> readyAt = new HashMap<>();
    private String running = "";
    private Instant busyUntil = Instant.MIN;

    SimulatedWorker(String device, long memoryBytes) {
        this.device = device;
        this.memoryBytes = memoryBytes;
    }

    void load(String model, Duration loadTime, Instant now) {
        Instant begin = busyUntil.isAfter(now) ? busyUntil : now;
        since.put(model, now);
        readyAt.put(model, begin.plus(loadTime));
    }

    void release(String model) {
        since.remove(model);
        readyAt.remove(model);
    }

    Optional<Instant> since(String model) {
        return Optional.ofNullable(since.get(model));
    }

    Set<String> models() {
        return since.keySet();
    }

    boolean canRun(String model, Instant now) {
        return !busyUntil.isAfter(now) && isReady(model, now);
    }

    boolean isReady(String model, Instant now) {
        return readyAt.containsKey(model) && !readyAt.get(model).isAfter(now);
    }

    void run(String model, Duration time, Instant now) {
        running = model;
        busyUntil = now.plus(time);
    }

    Duration remaining(String model, Instant now) {
        return running.equals(model) && busyUntil.isAfter(now) ? Duration.between(now, busyUntil) : Duration.ZERO;
    }

    Host host(Instant now) {
        Map<String, Hosting> models = new HashMap<>();
        since.forEach((model, at) -> models.put(model, new Hosting(at, isReady(model, now))));
        return new Host(device, memoryBytes, models, Set.of());
    }
}
