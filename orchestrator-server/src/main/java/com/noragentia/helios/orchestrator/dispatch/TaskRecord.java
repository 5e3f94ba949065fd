/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.task.TaskInput;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is durable of tasks and their leases. The mirror writes here whatever it changes in itself, in the same transaction. */
interface TaskRecord {

    /** Adds a task that waits, under a number that none ever had. */
    void add(Transaction tx, long number, NewTask task, Ticket ticket);

    /** The largest number that a task ever had; 0 before the first. */
    long lastNumber(Transaction tx);

    void leased(Transaction tx, long task, Lease lease);

    /** The lease goes on until {@code expiresAt}. */
    void renewed(Transaction tx, long task, Instant expiresAt);

    /** The lease goes on in another session of its device. */
    void takenUp(Transaction tx, long task, Lease lease);

    /** The first piece of the answer has come. */
    void streaming(Transaction tx, long task, Instant now);

    void hadSetback(Transaction tx, long task, Setback setback, Instant now);

    /** Nobody is to blame for the setbacks of a task after all. */
    void absolved(Transaction tx, long task);

    /** Without a lease, and waiting again. */
    void requeued(Transaction tx, LiveTask task);

    void ended(Transaction tx, long task, TaskLife.State state);

    /** What is to be done; empty if nobody can read it any more. */
    Optional<TaskInput> input(Transaction tx, long task);

    /** Every task that has not ended, in the order they were added. */
    List<LiveTask> open(Transaction tx, StoredAnswers answers);

    /** Every task under this number has ended: nobody looks for open ones there. */
    void allEndedBefore(Transaction tx, long number);

    /** How many leases the tasks of a job have had. */
    int attempts(Transaction tx, String job);

    /** Deletes the tasks of a job. */
    void delete(Transaction tx, String job);
}
