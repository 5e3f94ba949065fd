/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

/** Where a task stands; the last three are final. */
enum TaskState {
    QUEUED,
    LEASED,
    DONE,
    FAULTED,
    WITHDRAWN
}
