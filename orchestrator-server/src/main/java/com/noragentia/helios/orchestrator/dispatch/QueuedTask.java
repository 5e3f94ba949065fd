/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

/** What stands in the queue: a task for a worker, or one that nobody can read any more. */
sealed interface QueuedTask permits WaitingTask, QueuedTask.Unreadable {

    /** Its stored input does not decode, perhaps after a change of version; it must not hold up the others. */
    record Unreadable(String id, String job) implements QueuedTask {}
}
