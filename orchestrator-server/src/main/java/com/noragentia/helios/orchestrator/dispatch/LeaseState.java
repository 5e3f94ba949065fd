/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

/** Where a lease stands. Only an open one counts; whoever closes it first decides how. */
enum LeaseState {
    OPEN,
    COMPLETED,
    FAILED,
    LOST,
    WITHDRAWN
}
