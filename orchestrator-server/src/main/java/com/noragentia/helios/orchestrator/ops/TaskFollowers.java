/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.dispatch.Errand;
import com.noragentia.helios.orchestrator.dispatch.Lease;
import com.noragentia.helios.orchestrator.dispatch.TaskFollower;
import com.noragentia.helios.orchestrator.dispatch.Terms;
import com.noragentia.helios.orchestrator.dispatch.WrittenAnswer;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.util.List;
import java.util.Optional;

/** Tells of members' tasks and of the orchestrator's own errands to those who planned them. */
record TaskFollowers(TaskFollower jobs, TaskFollower errands) implements TaskFollower {

    private TaskFollower of(String job) {
        return Errand.isErrand(job) ? errands : jobs;
    }

    @Override
    public void started(Transaction tx, Lease lease) {
        of(lease.job()).started(tx, lease);
    }

    @Override
    public void goesOn(Transaction tx, Lease lease) {
        of(lease.job()).goesOn(tx, lease);
    }

    @Override
    public void working(Transaction tx, Lease lease, Phase phase, int done, int total) {
        of(lease.job()).working(tx, lease, phase, done, total);
    }

    @Override
    public void piece(Transaction tx, Lease lease, int index, String text, List<Integer> tokens) {
        of(lease.job()).piece(tx, lease, index, text, tokens);
    }

    @Override
    public Optional<WrittenAnswer> written(Transaction tx, Lease lease) {
        return of(lease.job()).written(tx, lease);
    }

    @Override
    public boolean repeats(Transaction tx, Lease lease) {
        return of(lease.job()).repeats(tx, lease);
    }

    @Override
    public void beginsAnew(Transaction tx, Lease lease) {
        of(lease.job()).beginsAnew(tx, lease);
    }

    @Override
    public void requeued(Transaction tx, Lease lease) {
        of(lease.job()).requeued(tx, lease);
    }

    @Override
    public boolean isAnswer(Transaction tx, Lease lease, TaskOutput output) {
        return of(lease.job()).isAnswer(tx, lease, output);
    }

    @Override
    public void completing(Transaction tx, Lease lease) {
        of(lease.job()).completing(tx, lease);
    }

    @Override
    public Credits completed(Transaction tx, Lease lease, TaskOutput output, Usage usage, Terms terms) {
        return of(lease.job()).completed(tx, lease, output, usage, terms);
    }

    @Override
    public void faulted(Transaction tx, String task, String job, Problem problem) {
        of(job).faulted(tx, task, job, problem);
    }

    @Override
    public Lease.Stored stored(Transaction tx, String task, String job) {
        return of(job).stored(tx, task, job);
    }
}
