/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import java.util.concurrent.atomic.AtomicBoolean;

/** Calls for a round of matching; calls that come before the round begins share it. Thread-safe. */
final class Rounds {

    private final Store store;
    private final Matchmaker matchmaker;
    private final AtomicBoolean called = new AtomicBoolean();

    Rounds(Store store, Matchmaker matchmaker) {
        this.store = store;
        this.matchmaker = matchmaker;
    }

    /** A round once {@code tx} is durable. */
    void callAfter(Transaction tx) {
        tx.afterCommit(this::call);
    }

    void call() {
        if (called.compareAndSet(false, true)) {
            var _ = store.submit(tx -> {
                called.set(false);
                matchmaker.match(tx);
                return true;
            });
        }
    }
}
