/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.task.Expert;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The door for errands. An errand never waits: a worker with nothing in hand has it at once, or nobody has. From then on it is a task like
 * any other, but that nobody else gets it: where its lease comes to nothing, the follower hears that it faulted.
 */
public final class ErrandDesk {

    private final CurrentMirror mirror;
    private final TaskRecord record;
    private final Workforce workforce;
    private final Leasing leasing;
    private final Forecast forecast;
    private final Occupancy occupancy;
    private final Clock clock;

    ErrandDesk(
            CurrentMirror mirror,
            TaskRecord record,
            Workforce workforce,
            Leasing leasing,
            Forecast forecast,
            Occupancy occupancy,
            Clock clock) {
        this.mirror = mirror;
        this.record = record;
        this.workforce = workforce;
        this.leasing = leasing;
        this.forecast = forecast;
        this.occupancy = occupancy;
        this.clock = clock;
    }

    /** A worker that a moment ago was ready for these experts, and with these models that must be named, and had nothing to do. */
    public record Idle(String device, Set<Expert> experts, Set<String> named) {}

    /** Everybody who has nothing to do. For any thread. */
    public List<Idle> idle() {
        return workforce.roster().workers().stream()
                .flatMap(worker -> idle(worker).stream())
                .toList();
    }

    /** A device, if it has nothing to do. For any thread. */
    public Optional<Idle> idle(String device) {
        return workforce.roster().find(device).flatMap(this::idle);
    }

    private Optional<Idle> idle(OnlineWorker worker) {
        return Optional.of(worker)
                .filter(this::isIdle)
                .map(one -> new Idle(one.device(), experts(one), one.readyWhenNamed()))
                .filter(one -> !one.experts().isEmpty() || !one.named().isEmpty());
    }

    private boolean isIdle(OnlineWorker worker) {
        return worker.models().keySet().stream()
                .allMatch(model -> occupancy.remaining(worker.device(), model).isZero());
    }

    private static Set<Expert> experts(OnlineWorker worker) {
        Set<Expert> experts = EnumSet.allOf(Expert.class);
        experts.removeIf(expert -> worker.readyForErrand(LaneKey.of(expert)).isEmpty());
        return experts;
    }

    /** Whether a device is connected and ready for anything. For any thread. */
    public boolean isThere(String device) {
        return workforce
                .roster()
                .find(device)
                .filter(worker ->
                        !experts(worker).isEmpty() || !worker.readyWhenNamed().isEmpty())
                .isPresent();
    }

    /** Gives an errand to a device; false if the device is not there, not ready for it or has something to do. */
    public boolean send(Transaction tx, Errand errand, String device) {
        Instant now = clock.instant();
        TaskMirror tasks = mirror.at(tx);
        NewTask task = errand.asTask();
        Work work = TaskEstimate.of(errand.input());
        Optional<Choice.Chosen> chosen = workforce
                .roster()
                .find(device)
                .filter(worker -> tasks.heldBy(device).isEmpty())
                .flatMap(worker -> chosen(worker, task, work, now));
        chosen.ifPresent(choice -> give(tx, tasks, task, work, choice, now));
        return chosen.isPresent();
    }

    private Optional<Choice.Chosen> chosen(OnlineWorker worker, NewTask task, Work work, Instant now) {
        return worker.readyForErrand(task.lane())
                .map(HostedModel::id)
                .map(model ->
                        new Choice.Chosen(worker, model, false, 0, forecast.millis(worker.device(), model, work, now)));
    }

    private void give(Transaction tx, TaskMirror tasks, NewTask task, Work work, Choice.Chosen chosen, Instant now) {
        Ticket ticket = new Ticket(
                task.id(),
                task.job(),
                task.member(),
                task.lane(),
                work,
                TaskEstimate.credits(work),
                now,
                task.ownOnly());
        long number = tasks.newNumber();
        record.add(tx, number, task, ticket);
        LiveTask live = new LiveTask(number, ticket, task.conversation(), now, task.terms(), task.input());
        tasks.add(live);
        tasks.queue(ticket.lane()).takeFree(ticket);
        leasing.lease(tx, tasks, live, chosen, now);
    }
}
