/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The mirror, as true as the record: read from it at the start, and anew after a unit or a commit has failed, as then the two may differ.
 * Not thread-safe; lives on the writer's thread.
 */
final class CurrentMirror {

    private final TaskRecord record;
    private final StoredAnswers answers;
    private final Supplier<FairQueue> newQueue;
    private final BiConsumer<Transaction, TaskMirror> onRead;
    private @Nullable TaskMirror mirror;
    private @Nullable Transaction lastUser;

    /** @param onRead hears of a mirror that was read anew */
    CurrentMirror(
            TaskRecord record,
            StoredAnswers answers,
            Supplier<FairQueue> newQueue,
            BiConsumer<Transaction, TaskMirror> onRead) {
        this.record = record;
        this.answers = answers;
        this.newQueue = newQueue;
        this.onRead = onRead;
    }

    /** The mirror for this unit, which may change it together with the record. */
    TaskMirror at(Transaction tx) {
        TaskMirror current = view(tx);
        if (!tx.equals(lastUser)) {
            lastUser = tx;
            tx.ifUndone(() -> mirror = null);
        }
        return current;
    }

    /** The mirror for looking only: should this unit fail, it stays. */
    TaskMirror view(Transaction tx) {
        TaskMirror current = mirror;
        if (current == null) {
            current = read(tx);
            mirror = current;
        }
        return current;
    }

    private TaskMirror read(Transaction tx) {
        TaskMirror fresh = new TaskMirror(newQueue, record.lastNumber(tx));
        record.open(tx, answers).forEach(fresh::add);
        onRead.accept(tx, fresh);
        return fresh;
    }
}
