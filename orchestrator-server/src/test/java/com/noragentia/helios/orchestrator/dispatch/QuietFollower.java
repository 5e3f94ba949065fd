/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.util.List;

/** A follower that keeps nothing and pays nothing, unless a test says otherwise. */
class QuietFollower implements TaskFollower {

    @Override
    public void started(Transaction tx, Lease lease) {}

    @Override
    public void working(Transaction tx, Lease lease, Phase phase, int done, int total) {}

    @Override
    public void piece(Transaction tx, Lease lease, int index, String text, List<Integer> tokens) {}

    @Override
    public void requeued(Transaction tx, Lease lease) {}

    @Override
    public Credits completed(Transaction tx, Lease lease, TaskOutput output, Usage usage, Terms terms) {
        return Credits.ZERO;
    }

    @Override
    public void faulted(Transaction tx, String task, String job, Problem problem) {}

    @Override
    public Lease.Stored stored(Transaction tx, String task, String job) {
        return Lease.Stored.NOTHING;
    }
}
