/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.dispatch.Lease;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.ledger.Asked;
import com.noragentia.helios.protocol.task.TaskOutput;

/** What follows from a check in the books. Calls come on the writer's thread, each once for a check. */
public interface Rewards {

    /** What the device earned before may mature. */
    void passed(Transaction tx, String check, String device);

    /** What is pending of the device is lost, and its owner is fined. */
    void failed(Transaction tx, String check, String device, String owner);

    /** A canary was answered right, which is work too, and paid for after {@link #passed} was said of it; by what it asked. */
    void worked(Transaction tx, Lease canary, Asked asked, TaskOutput output);
}
