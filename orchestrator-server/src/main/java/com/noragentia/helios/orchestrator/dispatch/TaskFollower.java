/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.util.List;
import java.util.Optional;

/** Whoever planned a task learns here how it gets on, in the same transaction. */
public interface TaskFollower {

    void started(Transaction tx, Lease lease);

    /** After a start: a lease is open that was begun before. */
    default void goesOn(Transaction tx, Lease lease) {}

    /** {@code total} is 0 where the end is not known. */
    void working(Transaction tx, Lease lease, Phase phase, int done, int total);

    /**
     * Pieces come in order, each once, whatever happens to workers.
     *
     * @param tokens what a language model wrote for it; empty where none did
     */
    void piece(Transaction tx, Lease lease, int index, String text, List<Integer> tokens);

    void requeued(Transaction tx, Lease lease);

    /**
     * Whether this could be an answer to the task, beyond being of its kind. What could not is no answer but nonsense, for which its worker is blamed, and
     * somebody else is asked; whether one that could is right is for others to say.
     */
    default boolean isAnswer(Transaction tx, Lease lease, TaskOutput output) {
        return true;
    }

    /** A task was answered, and is still open: {@link #completed} follows as soon as it is not. For what must be read before. */
    default void completing(Transaction tx, Lease lease) {}

    /**
     * Happens once at most.
     *
     * @param terms by which the task is paid
     * @return what the turn of who asked should have been charged: {@link NewTask#cost} as it is now known
     */
    Credits completed(Transaction tx, Lease lease, TaskOutput output, Usage usage, Terms terms);

    /** Nobody will answer this task of the job. */
    void faulted(Transaction tx, String task, String job, Problem problem);

    /** What a language model has written of the answer to a task that is leased again; empty where it must begin anew. */
    default Optional<WrittenAnswer> written(Transaction tx, Lease lease) {
        return Optional.empty();
    }

    /**
     * Whether the model of a lease gives the very pieces again that are stored, so that those which follow fit: what is no language model
     * does, after itself.
     */
    default boolean repeats(Transaction tx, Lease lease) {
        return true;
    }

    /**
     * The pieces that are stored are void: those of this lease count from the first. {@link #started} follows, once more where the worker said it
     * of a lease that had been started.
     */
    default void beginsAnew(Transaction tx, Lease lease) {}

    /** How much of a task's answer this follower has kept: asked after a restart. */
    Lease.Stored stored(Transaction tx, String task, String job);
}
