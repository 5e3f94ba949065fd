/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.task.TaskInput;
import java.time.Instant;
import java.util.Optional;

/**
 * What a worker is told of a lease.
 *
 * @param nextIndex the first piece of the answer that is still wanted
 * @param conversation what it goes on with, under a name that means nothing to anybody else
 */
public record LeasedTask(
        String lease,
        String task,
        String model,
        int attempt,
        Instant expiresAt,
        int nextIndex,
        TaskInput input,
        Optional<String> conversation) {}
