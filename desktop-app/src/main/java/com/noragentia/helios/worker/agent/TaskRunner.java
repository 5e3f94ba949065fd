/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.message.FromWorker;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The threads that work: two tasks run side by side, a few wait, more are sent elsewhere. Thread-safe. */
final class TaskRunner {

    private static final int SIDE_BY_SIDE = 2;
    /** The orchestrator may send the next task before it has read that the last is done. */
    private static final int WAITING = 8;
    /** A run of a model ends between two operators, and none of those takes long. */
    private static final Duration INTERRUPTED = Duration.ofSeconds(5);

    private final TaskExecution execution;
    private final LeaseTable leases;
    private final Consumer<WorkerReport> reports;
    private final BiConsumer<String, String> answered;
    private final Clock clock;
    private final Map<String, FutureTask<?>> running = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            SIDE_BY_SIDE,
            SIDE_BY_SIDE,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("task-", 1).factory());

    /** @param answered hears the task and the lease of each answer that goes out */
    TaskRunner(
            TaskExecution execution,
            LeaseTable leases,
            Consumer<WorkerReport> reports,
            BiConsumer<String, String> answered,
            Clock clock) {
        this.execution = execution;
        this.leases = leases;
        this.reports = reports;
        this.answered = answered;
        this.clock = clock;
    }

    /** Runs the task of a lease as soon as a thread is free, or ends it for want of room. */
    void start(HeldLease lease) {
        FutureTask<?> work = new FutureTask<>(() -> run(lease), Boolean.TRUE);
        running.put(lease.id(), work);
        try {
            threads.execute(work);
        } catch (RejectedExecutionException e) {
            running.remove(lease.id());
            lease.end(
                    TaskFailures.noCapacity(lease.id(), ProblemCode.NO_WORKER, "this worker takes no more tasks"),
                    clock.instant());
        }
    }

    private void run(HeldLease lease) {
        reports.accept(new WorkerReport.TaskStarted(lease.id(), lease.model()));
        WorkerReport.TaskEnd end;
        try {
            FromWorker lastWord = execution.run(lease);
            end = lease.isUnwanted() ? WorkerReport.TaskEnd.CANCELLED : kind(lastWord);
            running.remove(lease.id());
            if (end == WorkerReport.TaskEnd.COMPLETED && !lease.isProbe()) {
                answered.accept(lease.task().task(), lease.id());
            }
            lease.end(lastWord, clock.instant());
        } catch (InterruptedException e) {
            end = WorkerReport.TaskEnd.CANCELLED;
            running.remove(lease.id());
            leases.drop(lease.id());
        }
        reports.accept(new WorkerReport.TaskEnded(lease.id(), end));
    }

    private static WorkerReport.TaskEnd kind(FromWorker lastWord) {
        return lastWord instanceof FromWorker.Completed ? WorkerReport.TaskEnd.COMPLETED : WorkerReport.TaskEnd.FAILED;
    }

    /** Stops a task, running or waiting, and forgets its lease. */
    void cancel(String lease) {
        leases.find(lease).ifPresent(HeldLease::abandon);
        leases.drop(lease);
        FutureTask<?> work = running.remove(lease);
        if (work != null) {
            work.cancel(true);
            threads.remove(work);
        }
    }

    /** Takes no more tasks, waits for those it has and interrupts what still runs after {@code grace}; false if even that does not help. */
    boolean finish(Duration grace) {
        threads.shutdown();
        try {
            if (threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
            threads.shutdownNow();
            return threads.awaitTermination(INTERRUPTED.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
