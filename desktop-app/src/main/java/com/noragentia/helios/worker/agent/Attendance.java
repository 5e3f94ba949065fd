/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.worker.policy.Serves;

/** Whose tasks this worker takes now, and whether it stays in touch with the network at all. Thread-safe. */
final class Attendance {

    private Serves serves = Serves.EVERYBODY;
    private boolean isResting;
    private boolean isOver;

    synchronized Serves serves() {
        return serves;
    }

    /** @param rests whether no connection is wanted */
    synchronized void set(Serves now, boolean rests) {
        serves = now;
        isResting = rests;
        notifyAll();
    }

    /** The worker ends: nobody need wait any longer. */
    synchronized void end() {
        isOver = true;
        notifyAll();
    }

    /** Whether a task may be begun. A trial of a model may, as it is for the own member's questions too. */
    synchronized boolean takes(ToWorker.RunTask task) {
        return switch (serves) {
            case EVERYBODY -> true;
            case OWN -> Boolean.TRUE.equals(task.own()) || task.task().equals(task.lease());
            case NOBODY -> false;
        };
    }

    /** Waits until a connection is wanted, or the worker ends. */
    synchronized void awaitWork() throws InterruptedException {
        while (isResting && !isOver) {
            wait();
        }
    }

    synchronized boolean isResting() {
        return isResting;
    }
}
