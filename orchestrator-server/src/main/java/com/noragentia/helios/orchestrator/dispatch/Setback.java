/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

/**
 * A lease of a task that came to nothing.
 *
 * @param worker the device that had it
 * @param owner the device's member
 * @param cause what happened
 * @param blamed whether it counts against the worker
 */
record Setback(String worker, String owner, SetbackCause cause, boolean blamed) {}
