/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.task.Expert;
import java.time.Instant;
import java.util.Optional;

/**
 * A job as the database has it.
 *
 * @param member who asked
 * @param firstPieceAt when the first piece of the answer came
 * @param parts how many parts it was planned into; 1 for most
 * @param partsDone how many of several are done
 * @param isForgotten whether its content has been deleted
 */
record StoredJob(
        String id,
        String member,
        Expert expert,
        JobState state,
        Instant acceptedAt,
        Optional<Instant> firstPieceAt,
        int parts,
        int partsDone,
        boolean isForgotten) {}
