/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.task.Expert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tasks, durably. */
interface TaskBook {

    void add(Transaction tx, NewTask task, Instant now);

    /** The tasks that wait for these experts, first come first. */
    List<QueuedTask> waiting(Transaction tx, Set<Expert> experts, int atMost);

    /** Jobs whose task has waited since before {@code queuedBefore}. */
    List<String> jobsWaitingSince(Transaction tx, Instant queuedBefore);

    Optional<TaskProgress> progress(Transaction tx, String job);

    /** From waiting to leased: one more attempt. */
    void markLeased(Transaction tx, String task);

    /** Back to its old place in the queue. */
    void markWaiting(Transaction tx, String task, String lastWorker, Instant now);

    void end(Transaction tx, String task, TaskState state);

    /** The tasks of a job that have not ended. */
    List<String> unfinished(Transaction tx, String job);

    void countPiece(Transaction tx, String task, int characters);

    void countReport(Transaction tx, String task);

    /** Deletes the task of a job with all its leases. */
    void delete(Transaction tx, String job);
}
