/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import java.util.function.Consumer;

/**
 * A unit that has run and waits for its commit.
 *
 * @param tx with the steps that follow
 * @param tell tells the caller, once the commit is on disk
 * @param fail tells the caller that the commit failed
 */
record UnitResult(Transaction tx, Runnable tell, Consumer<Throwable> fail) {

    void committed() {
        PendingUnit.runAll(tx.stepsAfterCommit());
        tell.run();
    }

    void lost(Throwable reason) {
        PendingUnit.runAll(tx.stepsIfUndone());
        fail.accept(reason);
    }
}
