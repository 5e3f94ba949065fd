/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;
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
 * @param estimateMillis when it will probably be answered, from now; null where nothing is known to reckon with
 * @param possible whether any worker that is online could serve it
 * @param reason why it has not begun; null once it runs
 * @param parts how many parts it was planned into, without what puts them together; 1 for most
 * @param partsDone how many of them are done
 * @param result the answer, once done
 * @param problem why it ended, once faulted or expired
 */
public record JobStatus(
        String job,
        JobState state,
        Instant acceptedAt,
        int attempts,
        @Nullable Integer position,
        @Nullable Long estimateMillis,
        @JsonProperty("is_possible") boolean possible,
        @Nullable WaitReason reason,
        int parts,
        int partsDone,
        @Nullable JobResult result,
        @Nullable Problem problem) {}
