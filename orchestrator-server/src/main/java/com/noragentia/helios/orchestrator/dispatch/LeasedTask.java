/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.task.TaskInput;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a worker is told of a lease.
 *
 * @param nextIndex the first piece of the answer that is still wanted; 0 where it begins anew
 * @param conversation what it goes on with, under a name that means nothing to anybody else
 * @param seed of what a language model draws; empty where nothing is drawn
 * @param written what an earlier attempt wrote with the same model, as far as it is stored; empty where the answer begins anew
 * @param own whether the worker is the asking member's own
 */
public record LeasedTask(
        String lease,
        String task,
        String model,
        int attempt,
        Instant expiresAt,
        int nextIndex,
        TaskInput input,
        Optional<String> conversation,
        OptionalLong seed,
        List<WrittenAnswer.Piece> written,
        boolean own) {}
