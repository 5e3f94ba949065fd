/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.store.UnheardFailure;
import java.util.concurrent.CompletableFuture;
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
            CompletableFuture<Boolean> round = store.submit(tx -> {
                called.set(false);
                matchmaker.match(tx);
                return true;
            });
            // One that never began must not keep the next from being called.
            UnheardFailure.log("a round of matching", round.whenComplete((_, failure) -> {
                if (failure != null) {
                    called.set(false);
                }
            }));
        }
    }
}
