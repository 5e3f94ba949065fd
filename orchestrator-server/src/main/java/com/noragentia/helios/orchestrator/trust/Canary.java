/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.ledger.Asked;
import com.noragentia.helios.protocol.task.TaskInput;

/**
 * A task made for checking, alike in shape to real ones, and how its right answer is known.
 *
 * @param asked what it asks of a worker, counted as a member's task is
 */
record Canary(TaskInput question, KnownAnswer answer, Asked asked) {

    /** One that nobody has counted yet. */
    Canary(TaskInput question, KnownAnswer answer) {
        this(question, answer, Asked.NOTHING);
    }
}
