/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.task.TaskInput;
import java.time.Instant;

/** What a worker is told of a lease. {@code nextIndex} is the first piece of the answer that is still wanted. */
public record LeasedTask(
        String lease, String task, String model, int attempt, Instant expiresAt, int nextIndex, TaskInput input) {}
