/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.message.FromWorker;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Who works on what: two tasks run side by side, and beside them the answers that language models write in shared runs; a few wait, more are
 * sent elsewhere. Thread-safe.
 */
final class TaskRunner {

    private static final int SIDE_BY_SIDE = 2;
    /** A run of a model ends between two operators, and none of those takes long. */
    private static final Duration INTERRUPTED = Duration.ofSeconds(5);

    private final TaskExecution execution;
    private final LeaseTable leases;
    private final Consumer<WorkerReport> reports;
    private final BiConsumer<String, String> answered;
    private final Clock clock;
    private final Map<String, FutureTask<?>> running = new ConcurrentHashMap<>();
    private final TaskThreads threads = new TaskThreads("task-", SIDE_BY_SIDE);
    private final TaskThreads writing = new TaskThreads("writing-", Limit.ANSWERS_AT_ONCE.intValue());

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
        boolean isShared = execution.atOnce(lease) > 1;
        if (!(isShared ? writing : threads).execute(work)) {
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
                answered.accept(lease.taskId(), lease.id());
            }
            lease.end(lastWord, clock.instant());
        } catch (InterruptedException e) {
            end = WorkerReport.TaskEnd.CANCELLED;
            running.remove(lease.id());
            if (!lease.hasEnded()) { // one that was handed back is kept until that is heard
                leases.drop(lease.id());
            }
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
            writing.remove(work);
        }
    }

    /** Gives such tasks back, running or waiting, so that others may do them. */
    void handBack(Predicate<HeldLease> such) {
        for (HeldLease lease : leases.all()) {
            if (such.test(lease) && lease.handBack(clock.instant())) {
                FutureTask<?> work = running.remove(lease.id());
                if (work != null) {
                    work.cancel(true);
                    threads.remove(work);
                    writing.remove(work);
                }
            }
        }
    }

    /** Tasks that run or wait. */
    int inHand() {
        return running.size();
    }

    /** Takes no more tasks, waits for those it has and interrupts what still runs after {@code grace}; false if even that does not help. */
    boolean finish(Duration grace) {
        threads.shut();
        writing.shut();
        try {
            if (awaitEnd(grace)) {
                return true;
            }
            threads.interrupt();
            writing.interrupt();
            return awaitEnd(INTERRUPTED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean awaitEnd(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        return threads.awaitEnd(until) && writing.awaitEnd(until);
    }
}
