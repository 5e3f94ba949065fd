/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as {@code GET /api/v1/jobs/{id}} shows it.
 *
 * @param job its id
 * @param state where it stands
 * @param acceptedAt when the network took it
 * @param attempts leases given for it so far
 * @param position jobs before it in its queue, 0 for the next; null once it runs
 * @param possible whether any worker that is online could serve it
 * @param result the answer, once done
 * @param problem why it ended, once faulted or expired
 */
public record JobStatus(
        String job,
        JobState state,
        Instant acceptedAt,
        int attempts,
        @Nullable Integer position,
        boolean possible,
        @Nullable JobResult result,
        @Nullable Problem problem) {}
