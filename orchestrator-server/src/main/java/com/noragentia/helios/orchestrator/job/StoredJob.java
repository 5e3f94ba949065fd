/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.LaneKey;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.task.Expert;
import java.time.Instant;
import java.util.Optional;

/**
 * A job as the database has it.
 *
 * @param member who asked
 * @param model id of the model that is to answer; empty for any
 * @param state queued until it ends; whether it runs is known from its tasks
 * @param parts how many parts it was planned into; 1 for most
 * @param partsDone how many of several are done
 * @param isForgotten whether its content has been deleted
 * @param ownOnly whether none but the member's own devices may serve it
 */
record StoredJob(
        String id,
        String member,
        Expert expert,
        Optional<String> model,
        JobState state,
        Instant acceptedAt,
        int parts,
        int partsDone,
        boolean isForgotten,
        boolean ownOnly) {

    /** What its tasks wait for. */
    LaneKey lane() {
        return new LaneKey(expert, model);
    }
}
