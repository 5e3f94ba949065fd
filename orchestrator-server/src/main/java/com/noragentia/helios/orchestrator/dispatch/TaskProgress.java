/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.util.OptionalInt;

/** How a job's task gets on: leases so far, and how many wait before it while it waits. */
public record TaskProgress(int attempts, OptionalInt position) {}
