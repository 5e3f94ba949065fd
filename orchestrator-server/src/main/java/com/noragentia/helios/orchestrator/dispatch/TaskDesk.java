/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.TaskInput;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The door for those who plan tasks. Everything happens in the caller's transaction, which must be one of the writer: the state of tasks lives
 * on its thread.
 */
public final class TaskDesk {

    /** Inputs of so few tokens, of so few tasks, are kept in memory besides, as most begin at once. */
    private static final int TOKENS_KEPT = 1_000;

    private static final int TASKS_KEPT = 10_000;

    private final CurrentMirror mirror;
    private final TaskRecord record;
    private final Workforce workforce;
    private final Setbacks setbacks;
    private final Outlook outlook;
    private final Clock clock;

    TaskDesk(
            CurrentMirror mirror,
            TaskRecord record,
            Workforce workforce,
            Setbacks setbacks,
            Outlook outlook,
            Clock clock) {
        this.mirror = mirror;
        this.record = record;
        this.workforce = workforce;
        this.setbacks = setbacks;
        this.outlook = outlook;
        this.clock = clock;
    }

    /** Jobs of a member that have not ended. */
    public int jobsInFlight(Transaction tx, String member) {
        return mirror.view(tx).jobsOf(member);
    }

    /**
     * Makes sure that the queue of an expert is not full.
     *
     * @throws ProblemException {@code queue-full}
     */
    public void requireRoom(Transaction tx, Expert expert) {
        Limit limit = Limit.QUEUED_TASKS_PER_EXPERT;
        TaskMirror tasks = mirror.view(tx);
        int waiting = tasks.lanes().stream()
                .filter(lane -> lane.expert() == expert)
                .mapToInt(tasks::waiting)
                .sum();
        if (waiting >= limit.value()) {
            throw new ProblemException(limit.problem(), "too many tasks wait", Map.of("limit", "" + limit.value()));
        }
    }

    /**
     * How much work a task will probably be, in seconds of the reference computer, whatever model does it: by this placement tells how much is
     * asked of an expert, before it is settled which model will serve it. It is no price: nobody pays or waits by it.
     */
    public static double cost(TaskInput input) {
        return TaskEstimate.credits(TaskEstimate.of(input));
    }

    /** Queues a task, which a worker may have within the same commit. */
    public void enqueue(Transaction tx, NewTask task) {
        Work work = TaskEstimate.of(task.input());
        Instant now = clock.instant();
        Ticket ticket = new Ticket(
                task.id(),
                task.job(),
                task.member(),
                task.lane(),
                work,
                task.cost().toDouble(),
                now,
                task.ownOnly());
        TaskMirror tasks = mirror.at(tx);
        long number = tasks.newNumber();
        record.add(tx, number, task, ticket);
        boolean isSmall = task.input().attachments().isEmpty()
                && work.promptTokens() <= TOKENS_KEPT
                && tasks.all().size() < TASKS_KEPT;
        tasks.add(new LiveTask(number, ticket, task.conversation(), now, task.terms(), isSmall ? task.input() : null));
        workforce.call(tx, task.member());
    }

    /** Ends all tasks of a job whose answer nobody wants any more, wherever they are; their follower hears nothing. */
    public void cancel(Transaction tx, String job) {
        withdraw(tx, job, TaskLife.Event.CANCEL);
    }

    /** Ends all tasks of a job that nobody has served in time; their follower hears nothing. */
    public void expire(Transaction tx, String job) {
        withdraw(tx, job, TaskLife.Event.UNSERVED);
    }

    private void withdraw(Transaction tx, String job, TaskLife.Event event) {
        for (LiveTask task : mirror.at(tx).ofJob(job)) {
            setbacks.end(tx, task, task.lease().isPresent() ? TaskLife.Event.CANCEL : event);
            task.lease().ifPresent(lease -> tx.afterCommit(() -> workforce.cancel(lease)));
        }
    }

    /** Every task that has not ended, the orchestrator's own errands too. */
    public List<OpenTask> open(Transaction tx) {
        return mirror.view(tx).all().stream().map(TaskDesk::open).toList();
    }

    private static OpenTask open(LiveTask task) {
        Ticket ticket = task.ticket();
        return new OpenTask(
                ticket.task(), ticket.job(), ticket.member(), ticket.lane().expert(), task.terms(), ticket.ownOnly());
    }

    /** How many tasks are before those of a job. */
    public int ahead(Transaction tx, String job) {
        TaskMirror tasks = mirror.view(tx);
        return tasks.ofJob(job).stream()
                .mapToInt(task -> Outlook.ahead(tasks, task.ticket()))
                .min()
                .orElse(0);
    }

    /** How the tasks of a job get on. */
    public JobWait progress(Transaction tx, String job) {
        return outlook.of(mirror.view(tx), job);
    }

    /** How many leases the tasks of a job have had; 0 once they are forgotten. */
    public int attempts(Transaction tx, String job) {
        return record.attempts(tx, job);
    }

    /** Whether a worker that is online could serve a lane, now or soon. */
    public boolean isPossible(LaneKey lane) {
        return workforce.roster().could(lane);
    }

    /** The same of the member's own devices alone. */
    public boolean isPossible(LaneKey lane, String member) {
        return workforce.roster().could(lane, member);
    }

    /** Whether a device of a member is online as a worker, whatever it hosts. Time: linear in the workers online. */
    public boolean hasOwnOnline(String member) {
        return workforce.roster().has(member);
    }

    /** Tasks that have waited for too long. */
    public List<OpenTask> overdue(Transaction tx) {
        Instant queuedBefore = clock.instant().minus(LeaseRules.LONGEST_WAIT);
        return mirror.view(tx).all().stream()
                .filter(task -> task.state() == TaskLife.State.QUEUED
                        && !task.queuedAt().isAfter(queuedBefore))
                .map(TaskDesk::open)
                .toList();
    }

    /** Ends a task that has waited for too long, and tells its follower; without effect where it has ended. */
    public void giveUp(Transaction tx, String task) {
        mirror.at(tx)
                .task(task)
                .ifPresent(live -> setbacks.giveUp(
                        tx,
                        live,
                        TaskLife.Event.UNSERVED,
                        Problem.of(ProblemCode.JOB_EXPIRED, "no worker took the task in time")));
    }

    /** Deletes what is kept of a job's tasks. */
    public void forget(Transaction tx, String job) {
        record.delete(tx, job);
    }
}
