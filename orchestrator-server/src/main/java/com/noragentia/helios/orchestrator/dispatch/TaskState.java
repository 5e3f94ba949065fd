/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

/** Where a task stands; the last four are final. */
enum TaskState {
    QUEUED,
    /** A worker has it; nothing has been heard yet. */
    LEASED,
    /** Its worker reports progress. */
    RUNNING,
    /** Pieces of the answer have come. */
    STREAMING,
    DONE,
    FAULTED,
    CANCELLED,
    EXPIRED;

    boolean isFinal() {
        return switch (this) {
            case QUEUED, LEASED, RUNNING, STREAMING -> false;
            case DONE, FAULTED, CANCELLED, EXPIRED -> true;
        };
    }
}
