/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

/** What happens wholly or not at all. */
@FunctionalInterface
public interface UnitOfWork<T> {

    T run(Transaction tx);
}
