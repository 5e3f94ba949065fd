/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The unit of work under way. Belongs to one thread and does not outlive its unit. */
public final class Transaction {

    private final Handle handle;
    private final Statements statements;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> ifUndone = new ArrayList<>();
    private final List<ClosingStep> closing = new ArrayList<>();

    Transaction(Handle handle, Statements statements) {
        this.handle = handle;
        this.statements = statements;
    }

    /** For the repositories, which alone speak SQL. */
    public Handle handle() {
        return handle;
    }

    /** For the repositories on the hot path. */
    public Statements statements() {
        return statements;
    }

    /**
     * Runs {@code step} once the unit is durable, on the writer's thread and before anything else is written: it must be short and must not
     * wait. Never runs if the unit fails.
     */
    public void afterCommit(Runnable step) {
        afterCommit.add(step);
    }

    /** Runs {@code step} on the writer's thread if nothing of this unit remains, since it or the commit that held it failed. */
    public void ifUndone(Runnable step) {
        ifUndone.add(step);
    }

    /** Runs {@code step} as a unit of its own before the commit that holds this one; once, however many units ask for the same. */
    public void beforeCommit(ClosingStep step) {
        closing.add(step);
    }

    List<Runnable> stepsAfterCommit() {
        return afterCommit;
    }

    List<Runnable> stepsIfUndone() {
        return ifUndone;
    }

    List<ClosingStep> closingSteps() {
        return closing;
    }
}
