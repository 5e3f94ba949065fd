/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.task.TaskInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A task that has not ended, as the mirror has it. Not thread-safe; lives on the writer's thread. */
final class LiveTask {

    private final long number;
    private final Ticket ticket;
    private final Optional<String> conversation;
    private final Instant createdAt;
    private final Terms terms;
    private final @Nullable TaskInput input;
    private final List<Setback> setbacks = new ArrayList<>();
    private Instant queuedAt;
    private TaskLife.State state = TaskLife.State.QUEUED;
    private int attempts;
    private int forgiven;
    private boolean charged;
    private Lease.Stored stored = Lease.Stored.NOTHING;
    private @Nullable Lease lease;
    private @Nullable Instant expiryBeforeLeaving;

    /**
     * A task that waits.
     *
     * @param number its row in the record
     * @param terms by which it is paid
     * @param input what to do, where that is small enough to be kept in memory
     */
    LiveTask(
            long number,
            Ticket ticket,
            Optional<String> conversation,
            Instant createdAt,
            Terms terms,
            @Nullable TaskInput input) {
        this.number = number;
        this.ticket = ticket;
        this.conversation = conversation;
        this.createdAt = createdAt;
        this.terms = terms;
        this.input = input;
        this.queuedAt = ticket.queuedAt();
    }

    long number() {
        return number;
    }

    Ticket ticket() {
        return ticket;
    }

    Optional<String> conversation() {
        return conversation;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** By which it is paid. */
    Terms terms() {
        return terms;
    }

    /** What to do; empty where only the record has it. */
    Optional<TaskInput> input() {
        return Optional.ofNullable(input);
    }

    /** Since when it has been waiting. */
    Instant queuedAt() {
        return queuedAt;
    }

    TaskLife.State state() {
        return state;
    }

    /** Leases so far. */
    int attempts() {
        return attempts;
    }

    /** Leases so far that an outage of the orchestrator cost; they do not count towards the most that a task gets. */
    int forgiven() {
        return forgiven;
    }

    /** Whether its member's turn was taken for it, now or for an earlier lease. */
    boolean wasCharged() {
        return charged;
    }

    void charged() {
        charged = true;
    }

    Optional<Lease> lease() {
        return Optional.ofNullable(lease);
    }

    Lease.Stored stored() {
        return lease == null ? stored : lease.stored();
    }

    /** Devices that had it and could not. */
    Set<String> failedAt() {
        return setbacks.stream().map(Setback::worker).collect(Collectors.toCollection(HashSet::new));
    }

    /** Those of its setbacks at which it may itself be to blame. */
    List<Setback> crashes() {
        return setbacks.stream()
                .filter(setback -> setback.cause().mayBePoison())
                .toList();
    }

    void leased(Lease given) {
        lease = given;
        expiryBeforeLeaving = null;
        attempts = given.attempt();
        hears(TaskLife.Event.LEASE);
    }

    /** What is known of its lease is another. */
    void holds(Lease renewed) {
        lease = renewed;
    }

    /** Something happened to it; what has no meaning in its state changes nothing. */
    void hears(TaskLife.Event event) {
        state = TaskLife.next(state, event).orElse(state);
    }

    /** Its worker has left: the lease ends sooner, unless the worker comes back. */
    void abandonedUntil(Instant end) {
        Lease held = Objects.requireNonNull(lease);
        expiryBeforeLeaving = held.expiresAt();
        lease = held.until(end);
    }

    /** When the lease would have ended had its worker not left; told once. */
    Optional<Instant> takeExpiryBeforeLeaving() {
        Optional<Instant> before = Optional.ofNullable(expiryBeforeLeaving);
        expiryBeforeLeaving = null;
        return before;
    }

    /** The lease came to nothing and the worker is not to have it again. */
    void hadSetback(Setback setback) {
        setbacks.add(setback);
    }

    /** The lease came to nothing while the orchestrator was away. */
    void wasForgiven() {
        forgiven++;
    }

    /** It waits again, without a lease. */
    void requeued(Instant now) {
        stored = stored();
        lease = null;
        queuedAt = now;
    }

    /** What the record says of it, read anew. */
    void restore(
            TaskLife.State was,
            int leases,
            int pardoned,
            Instant waitingSince,
            Lease.Stored kept,
            @Nullable Lease open) {
        state = was;
        attempts = leases;
        forgiven = pardoned;
        queuedAt = waitingSince;
        stored = kept;
        lease = open;
    }
}
