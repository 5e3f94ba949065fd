/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.worker.expert.WrittenPiece;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lease and everything said under it. While a session listens, words go out as they come; while none does they are kept, and the
 * orchestrator's verdict after the reconnect says from which piece to repeat them. Thread-safe.
 */
final class HeldLease {

    private final String id;
    private final String taskId;
    private final String model;
    private final int nextIndex;
    private boolean isAnew;
    private ToWorker.@Nullable RunTask task;
    private final List<WrittenPiece> pieces = new ArrayList<>();
    private @Nullable Outbox listening;
    private @Nullable FromWorker end;
    private @Nullable Instant endedAt;
    private boolean unwanted;

    HeldLease(ToWorker.RunTask task, Outbox outbox) {
        this.id = task.lease();
        this.taskId = task.task();
        this.model = task.model();
        this.nextIndex = task.nextIndex();
        this.task = task;
        this.listening = outbox;
    }

    /**
     * What is to be done.
     *
     * @throws IllegalStateException after the end, which forgets what the member asked
     */
    synchronized ToWorker.RunTask task() {
        if (task == null) {
            throw new IllegalStateException("the task has ended");
        }
        return task;
    }

    String id() {
        return id;
    }

    /** Whether the orchestrator tries a model with it: then the task is named as the lease, and earns nothing. */
    boolean isProbe() {
        return taskId.equals(id);
    }

    String taskId() {
        return taskId;
    }

    /** Whether it is for everybody's good, and not for this device's own member; a trial of a model is not. */
    synchronized boolean isForOthers() {
        return task != null && !isProbe() && !Boolean.TRUE.equals(task.own());
    }

    String model() {
        return model;
    }

    /** A sign of life that is worth nothing later: it is never repeated. */
    synchronized void sign(FromWorker.Working working) {
        if (listening != null) {
            listening.send(working);
        }
    }

    /**
     * The pieces of an earlier attempt that are gone on with, before any other. Where that is not all of them, the rest cannot be mixed with what
     * is written here: the answer begins anew, as far as the orchestrator understands that.
     */
    synchronized void goOnAfter(List<WrittenPiece> repeated) {
        if (repeated.size() < nextIndex) {
            isAnew = true;
            if (listening != null && saysAnew(listening)) {
                listening.send(new FromWorker.BegunAnew(id));
            }
        }
        repeated.forEach(this::piece);
    }

    private boolean saysAnew(Outbox outbox) {
        return isAnew && outbox.understands(ToWorker.Welcome.BEGUN_ANEW);
    }

    /** The next piece. Those that an earlier attempt brought already are counted but not sent. */
    synchronized void piece(WrittenPiece piece) {
        if (end != null) {
            return;
        }
        int index = pieces.size();
        pieces.add(piece);
        if (listening != null && (index >= nextIndex || saysAnew(listening))) {
            listening.send(progress(index, piece));
        }
    }

    private FromWorker progress(int index, WrittenPiece piece) {
        return new FromWorker.Progress(id(), index, piece.text(), piece.tokens().isEmpty() ? null : piece.tokens());
    }

    /** The last word: completed or failed. Of several the first counts. */
    synchronized void end(FromWorker message, Instant now) {
        if (end != null) {
            return;
        }
        end = message;
        endedAt = now;
        task = null;
        if (listening != null) {
            listening.send(message);
        }
    }

    /** The session is gone; from now on everything is kept. */
    synchronized void silence(Outbox gone) {
        if (gone.equals(listening)) {
            listening = null;
        }
    }

    /** It is given back unfinished; false if it has ended already. What still runs of it is heard by nobody. */
    synchronized boolean handBack(Instant now) {
        boolean isOpen = end == null;
        if (isOpen) {
            end(TaskFailures.handedBack(id, listening), now);
            unwanted = true;
        }
        return isOpen;
    }

    synchronized boolean hasEnded() {
        return end != null;
    }

    /** Nothing more is wanted of it: it falls silent for good. */
    synchronized void abandon() {
        unwanted = true;
        listening = null;
    }

    synchronized boolean isUnwanted() {
        return unwanted;
    }

    /**
     * A new session wants the pieces from {@code firstIndex} on. Where just those are stored that an earlier attempt brought, the last one may not
     * have heard that the answer begins anew: it is said again, which does no harm, and all pieces follow.
     */
    synchronized void resume(Outbox outbox, int firstIndex) {
        boolean mayBeUnheard = saysAnew(outbox) && firstIndex == nextIndex;
        if (mayBeUnheard) {
            outbox.send(new FromWorker.BegunAnew(id));
        }
        for (int index = mayBeUnheard ? 0 : Math.max(0, firstIndex); index < pieces.size(); index++) {
            outbox.send(progress(index, pieces.get(index)));
        }
        if (end != null) {
            outbox.send(end);
        }
        listening = outbox;
    }

    synchronized Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
