/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.problem;

import com.noragentia.helios.protocol.api.JobStatus;
import com.noragentia.helios.protocol.api.WaitReason;
import org.jspecify.annotations.Nullable;

/**
 * Why a question waits.
 *
 * @param position questions before it
 * @param estimateMillis when it will probably be answered, from now
 */
public record WaitFacts(
        int position,
        @Nullable Long estimateMillis,
        @Nullable WaitReason reason) {

    /** Where the network names no reason that is known here, one follows from what it says else. */
    public static WaitFacts of(JobStatus status) {
        WaitReason reason = status.reason();
        if (reason == null && !status.possible()) {
            reason = WaitReason.NO_WORKER;
        }
        Integer position = status.position();
        return new WaitFacts(position == null ? 0 : position, status.estimateMillis(), reason);
    }
}
