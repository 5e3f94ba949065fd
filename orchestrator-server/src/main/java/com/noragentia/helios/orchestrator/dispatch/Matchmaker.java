/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.ClosingStep;
import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Brings waiting tasks and free workers together: the round that runs before each commit in which either of them has changed. Own devices
 * first and free of charge; then the queue says whose turn it is, and the index which worker. Not thread-safe; lives on the writer's thread.
 */
final class Matchmaker implements ClosingStep {

    private final CurrentMirror mirror;
    private final Workforce workforce;
    private final Leasing leasing;
    private final Affinity affinity;
    private final Kinship kinship;
    private final Clock clock;
    private final RandomGenerator random;

    Matchmaker(
            CurrentMirror mirror,
            Workforce workforce,
            Leasing leasing,
            Affinity affinity,
            Kinship kinship,
            Clock clock,
            RandomGenerator random) {
        this.mirror = mirror;
        this.workforce = workforce;
        this.leasing = leasing;
        this.affinity = affinity;
        this.kinship = kinship;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public void run(Transaction tx) {
        TaskMirror tasks = mirror.at(tx);
        kinship.read(tx);
        Instant now = clock.instant();
        List<LaneKey> lanes = tasks.lanes();
        for (String owner : workforce.takeOwnersToLookAt()) {
            for (LaneKey lane : lanes) {
                matchOwnOnly(tx, tasks, owner, lane, now);
                matchOwn(tx, tasks, owner, lane, now);
            }
        }
        for (LaneKey lane : lanes) {
            match(tx, tasks, lane, now);
        }
    }

    /** What has nowhere else to go is before what has. */
    private void matchOwnOnly(Transaction tx, TaskMirror tasks, String member, LaneKey lane, Instant now) {
        Optional<Ticket> ticket = tasks.ownQueue(lane).firstOf(member);
        Optional<Choice.Chosen> chosen = ticket.flatMap(first -> chooseOwn(tasks, first, now));
        while (chosen.isPresent()) {
            lease(tx, tasks, ticket.orElseThrow(), chosen.get(), now);
            ticket = tasks.ownQueue(lane).firstOf(member);
            chosen = ticket.flatMap(first -> chooseOwn(tasks, first, now));
        }
    }

    private Optional<Choice.Chosen> chooseOwn(TaskMirror tasks, Ticket ticket, Instant now) {
        LiveTask task = tasks.task(ticket.task()).orElseThrow();
        return workforce.index().chooseOwn(ticket, task.failedAt(), now);
    }

    private void matchOwn(Transaction tx, TaskMirror tasks, String member, LaneKey lane, Instant now) {
        Optional<Ticket> ticket = tasks.queue(lane).firstOf(member);
        while (ticket.isPresent()
                && workforce.index().freeOf(member, lane).isPresent()
                && choose(tasks, ticket.get(), now) instanceof Choice.Chosen chosen
                && chosen.own()) {
            lease(tx, tasks, ticket.get(), chosen, now);
            ticket = tasks.queue(lane).firstOf(member);
        }
    }

    private void match(Transaction tx, TaskMirror tasks, LaneKey lane, Instant now) {
        FairQueue queue = tasks.queue(lane);
        Optional<Ticket> ticket = queue.first();
        while (ticket.isPresent() && workforce.index().hasFree(lane)) {
            switch (choose(tasks, ticket.get(), now)) {
                case Choice.Chosen chosen -> lease(tx, tasks, ticket.get(), chosen, now);
                case Choice.NoneFree _ -> {
                    return;
                }
                case Choice.NoneMay none -> noneMay(tx, tasks, ticket.get(), none, now);
            }
            ticket = queue.first();
        }
    }

    private Choice choose(TaskMirror tasks, Ticket ticket, Instant now) {
        LiveTask task = tasks.task(ticket.task()).orElseThrow();
        Optional<String> last = task.conversation().flatMap(name -> affinity.device(ticket.member(), name, now));
        return workforce.index().choose(ticket, new Ties(task.failedAt(), parts(tasks, ticket), last), now, random);
    }

    /** How many parts of a ticket's job each device has in hand. */
    private static Map<String, Integer> parts(TaskMirror tasks, Ticket ticket) {
        List<LiveTask> all = tasks.ofJob(ticket.job());
        if (all.size() < 2) {
            return Map.of();
        }
        Map<String, Integer> parts = new HashMap<>();
        for (LiveTask part : all) {
            part.lease().ifPresent(lease -> parts.merge(lease.holder().device(), 1, Integer::sum));
        }
        return parts;
    }

    /** Whoever failed it before gets it again only if nobody else serves its lane. */
    private void noneMay(Transaction tx, TaskMirror tasks, Ticket ticket, Choice.NoneMay none, Instant now) {
        if (none.othersServe() || none.failed().isEmpty()) {
            tasks.queue(ticket.lane()).park(ticket);
        } else {
            lease(tx, tasks, ticket, none.failed().getFirst(), now);
        }
    }

    private void lease(Transaction tx, TaskMirror tasks, Ticket ticket, Choice.Chosen chosen, Instant now) {
        LiveTask task = tasks.task(ticket.task()).orElseThrow();
        if (ticket.ownOnly()) {
            tasks.ownQueue(ticket.lane()).remove(ticket);
        } else if (chosen.own()) {
            tasks.queue(ticket.lane()).takeFree(ticket);
        } else {
            tasks.queue(ticket.lane()).take(ticket, now);
            task.charged();
        }
        task.conversation()
                .ifPresent(name ->
                        affinity.served(ticket.member(), name, chosen.worker().device(), now));
        leasing.lease(tx, tasks, task, chosen, now);
    }
}
