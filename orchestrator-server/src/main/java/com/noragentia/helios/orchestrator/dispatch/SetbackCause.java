/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

/** What brings a lease to nothing. */
enum SetbackCause {
    /** The worker has no room for it. */
    CAPACITY(TaskLife.Event.CAPACITY, false, false),
    /** Its owner needs the computer. */
    HANDED_BACK(TaskLife.Event.CAPACITY, false, false),
    /** Its model does not work there. */
    MODEL(TaskLife.Event.MODEL, false, false),
    /** It broke over the task, and said so. */
    CRASH(TaskLife.Event.CRASH, true, true),
    /** It came back without its lease, so it had broken. */
    FORGOTTEN(TaskLife.Event.CRASH, true, true),
    /** It sent what no sound worker sends. */
    NONSENSE(TaskLife.Event.CRASH, true, false),
    /** No progress before the lease ended. */
    EXPIRY(TaskLife.Event.EXPIRY, true, false),
    /** It went and did not come back in time. */
    DISCONNECT(TaskLife.Event.DISCONNECT, true, false);

    private final TaskLife.Event event;
    private final boolean blames;
    private final boolean mayBePoison;

    SetbackCause(TaskLife.Event event, boolean blames, boolean mayBePoison) {
        this.event = event;
        this.blames = blames;
        this.mayBePoison = mayBePoison;
    }

    /** What it is in the life of the task. */
    TaskLife.Event event() {
        return event;
    }

    /** Whether it counts against the worker, unless the orchestrator was away. */
    boolean blames() {
        return blames;
    }

    /** Whether the task itself may be to blame: at the workers of two owners, it is. */
    boolean mayBePoison() {
        return mayBePoison;
    }

    /** Whether an outage of the orchestrator may be the reason. */
    boolean isForgivable() {
        return switch (this) {
            case FORGOTTEN, EXPIRY, DISCONNECT, NONSENSE -> true; // pieces that a failed commit lost look like a gap
            case CAPACITY, HANDED_BACK, MODEL, CRASH -> false;
        };
    }
}
