/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The unit of work under way. Belongs to one thread and does not outlive its unit. */
public final class Transaction {

    private final Handle handle;
    private final List<Runnable> afterCommit = new ArrayList<>();

    Transaction(Handle handle) {
        this.handle = handle;
    }

    /** For the repositories, which alone speak SQL. */
    public Handle handle() {
        return handle;
    }

    /**
     * Runs {@code step} once the unit is durable, on the writer's thread and before anything else is written: it must be short and must not
     * wait. Never runs if the unit fails.
     */
    public void afterCommit(Runnable step) {
        afterCommit.add(step);
    }

    List<Runnable> stepsAfterCommit() {
        return afterCommit;
    }
}
