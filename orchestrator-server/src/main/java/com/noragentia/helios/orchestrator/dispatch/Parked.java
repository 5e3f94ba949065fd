/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.util.Set;

/**
 * A task that waits beside its queue, as those who had a hand free had it before.
 *
 * @param failedBefore their devices
 */
record Parked(Ticket ticket, Set<String> failedBefore) {}
