/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

/** What is done once for a whole batch of units, within their commit. Told apart by identity. */
@FunctionalInterface
public interface ClosingStep {

    void run(Transaction tx);
}
