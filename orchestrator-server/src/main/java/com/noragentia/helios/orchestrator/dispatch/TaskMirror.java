/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Every task that has not ended, in memory: who waits in which queue, who has which lease. Says nothing to the record; its callers do.
 * Not thread-safe; lives on the writer's thread.
 */
final class TaskMirror {

    private final LinkedHashMap<String, LiveTask> byId = new LinkedHashMap<>();
    private final Map<String, List<LiveTask>> byJob = new HashMap<>();
    private final Map<String, Integer> jobsByMember = new HashMap<>();
    private final Map<String, LiveTask> byLease = new HashMap<>();
    private final Map<String, List<LiveTask>> byDevice = new HashMap<>();
    private final Lanes<Waiting> lanes;
    private long lastNumber;

    /** What waits in a lane; {@code own} for the asking members' own devices. */
    private record Waiting(FairQueue queue, OwnQueue own) {}

    /** @param lastNumber the largest that a task ever had */
    TaskMirror(Supplier<FairQueue> newQueue, long lastNumber) {
        this.lastNumber = lastNumber;
        lanes = new Lanes<>(_ -> new Waiting(newQueue.get(), new OwnQueue()));
    }

    /** Every lane that was ever waited in. */
    List<LaneKey> lanes() {
        return List.copyOf(lanes.keys());
    }

    FairQueue queue(LaneKey lane) {
        return lanes.get(lane).queue();
    }

    /** What waits for the asking members' own devices. */
    OwnQueue ownQueue(LaneKey lane) {
        return lanes.get(lane).own();
    }

    /** How many tasks wait in a lane. */
    int waiting(LaneKey lane) {
        Waiting waiting = lanes.get(lane);
        return waiting.queue().size() + waiting.queue().parked() + waiting.own().size();
    }

    /** Members with a task that waits for their own devices. */
    Stream<String> waitingForOwn() {
        return lanes().stream().flatMap(lane -> ownQueue(lane).members().stream());
    }

    Optional<LiveTask> task(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The task of an open lease of this device. */
    Optional<LiveTask> held(String lease, String device) {
        return Optional.ofNullable(byLease.get(lease))
                .filter(task -> task.lease().orElseThrow().holder().device().equals(device));
    }

    List<LiveTask> heldBy(String device) {
        return List.copyOf(byDevice.getOrDefault(device, List.of()));
    }

    /** All tasks with an open lease. */
    Collection<LiveTask> held() {
        return byLease.values();
    }

    /** No task with a smaller number is open, nor ever will be. */
    long firstOpen() {
        return byId.isEmpty() ? lastNumber + 1 : byId.firstEntry().getValue().number();
    }

    Collection<LiveTask> all() {
        return byId.values();
    }

    List<LiveTask> ofJob(String job) {
        return List.copyOf(byJob.getOrDefault(job, List.of()));
    }

    /** Tasks that nobody who has a hand free may have. */
    List<Parked> parked() {
        return lanes().stream()
                .flatMap(lane -> queue(lane).parkedTickets())
                .map(ticket -> new Parked(
                        ticket, Objects.requireNonNull(byId.get(ticket.task())).failedAt()))
                .toList();
    }

    /** Jobs of a member that have not ended. */
    int jobsOf(String member) {
        return jobsByMember.getOrDefault(member, 0);
    }

    /** The number of a new task. The writer would otherwise have to ask SQLite, which costs as much as the row. */
    long newNumber() {
        return ++lastNumber;
    }

    /** A task that waits, or one read from the record with its lease. */
    void add(LiveTask task) {
        Ticket ticket = task.ticket();
        byId.put(ticket.task(), task);
        List<LiveTask> siblings = byJob.computeIfAbsent(ticket.job(), _ -> new ArrayList<>(1));
        if (siblings.isEmpty()) {
            jobsByMember.merge(ticket.member(), 1, Integer::sum);
        }
        siblings.add(task);
        task.lease().ifPresentOrElse(lease -> index(task, lease), () -> wait(ticket));
    }

    private void wait(Ticket ticket) {
        if (ticket.ownOnly()) {
            ownQueue(ticket.lane()).add(ticket);
        } else {
            queue(ticket.lane()).add(ticket);
        }
    }

    void leased(LiveTask task, Lease lease) {
        task.leased(lease);
        index(task, lease);
    }

    private void index(LiveTask task, Lease lease) {
        byLease.put(lease.id(), task);
        byDevice.computeIfAbsent(lease.holder().device(), _ -> new ArrayList<>(2))
                .add(task);
    }

    /** Its lease is over: the task waits again, at the place it had. */
    void requeue(LiveTask task, Instant now) {
        unindex(task);
        task.requeued(now);
        Ticket ticket = task.ticket();
        if (ticket.ownOnly()) {
            ownQueue(ticket.lane()).addBack(ticket);
        } else {
            queue(ticket.lane()).addBack(ticket, task.wasCharged());
        }
    }

    /** The task has ended. */
    void remove(LiveTask task) {
        Ticket ticket = task.ticket();
        unindex(task);
        queue(ticket.lane()).remove(ticket.task());
        ownQueue(ticket.lane()).remove(ticket);
        byId.remove(ticket.task());
        byJob.computeIfPresent(ticket.job(), (_, siblings) -> {
            siblings.remove(task);
            return siblings.isEmpty() ? null : siblings;
        });
        if (!byJob.containsKey(ticket.job())) {
            jobsByMember.computeIfPresent(ticket.member(), (_, jobs) -> jobs > 1 ? jobs - 1 : null);
        }
    }

    private void unindex(LiveTask task) {
        task.lease().ifPresent(lease -> {
            byLease.remove(lease.id());
            byDevice.computeIfPresent(lease.holder().device(), (_, held) -> {
                held.remove(task);
                return held.isEmpty() ? null : held;
            });
        });
    }
}
