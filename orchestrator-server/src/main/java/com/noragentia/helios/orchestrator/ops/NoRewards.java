/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.dispatch.Lease;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.trust.Rewards;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;

/** Checks that count for reputation alone, as long as there are no books. */
record NoRewards() implements Rewards {

    @Override
    public void passed(Transaction tx, String check, String device) {
        // Nothing is owed.
    }

    @Override
    public void failed(Transaction tx, String check, String device, String owner) {
        // Nothing is owed.
    }

    @Override
    public void worked(Transaction tx, Lease canary, TaskInput input, TaskOutput output) {
        // Nothing is owed.
    }
}
