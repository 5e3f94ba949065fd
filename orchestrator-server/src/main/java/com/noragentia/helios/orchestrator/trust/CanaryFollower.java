/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.dispatch.Lease;
import com.noragentia.helios.orchestrator.dispatch.TaskDesk;
import com.noragentia.helios.orchestrator.dispatch.TaskFollower;
import com.noragentia.helios.orchestrator.dispatch.Terms;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges canaries when they come back. One that comes to nothing is no verdict: trust.md 2.2 keeps silence and lies apart, and dispatch counts
 * the former. A wrong answer of a model that nobody has measured is none either.
 */
final class CanaryFollower implements TaskFollower {

    private static final Logger LOG = LoggerFactory.getLogger(CanaryFollower.class);

    private final CanaryTable canaries;
    private final QualificationTable runs;
    private final Trust trust;
    private final Rewards rewards;
    private final CanaryFiles files;
    private final Supplier<TaskDesk> tasks;
    private final Clock clock;

    CanaryFollower(
            CanaryTable canaries,
            QualificationTable runs,
            Trust trust,
            Rewards rewards,
            CanaryFiles files,
            Supplier<TaskDesk> tasks,
            Clock clock) {
        this.canaries = canaries;
        this.runs = runs;
        this.trust = trust;
        this.rewards = rewards;
        this.files = files;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public void started(Transaction tx, Lease lease) {
        // Whoever sent it knows.
    }

    @Override
    public void working(Transaction tx, Lease lease, Phase phase, int done, int total) {
        // Nobody waits for it.
    }

    @Override
    public void piece(Transaction tx, Lease lease, int index, String text, List<Integer> tokens) {
        // The whole answer comes at the end.
    }

    @Override
    public void requeued(Transaction tx, Lease lease) {
        // Never happens to an errand.
    }

    /** Nobody's turn is charged for it. */
    @Override
    public Credits completed(Transaction tx, Lease lease, TaskOutput output, Usage usage, Terms terms) {
        Optional<Canary> found = canaries.find(tx, lease.task());
        found.ifPresent(canary -> judge(tx, lease, canary, output));
        forget(tx, lease.task(), lease.job(), found);
        return Credits.ZERO;
    }

    private void judge(Transaction tx, Lease lease, Canary canary, TaskOutput output) {
        String device = lease.holder().device();
        boolean passed = canary.answer().isGivenBy(output);
        if (!passed && !canary.answer().convicts(lease.model())) {
            LOG.info(
                    "a check of {} on device {} failed, which nobody has measured: it does not count",
                    lease.model(),
                    device);
            runs.wasted(tx, device);
            return;
        }
        trust.judged(
                tx,
                new AuditResult(lease.task(), device, lease.holder().member(), lease.model(), passed, clock.instant()));
        if (passed) {
            rewards.worked(tx, lease, canary.asked(), output);
        } else {
            LOG.warn("a check of {} on device {} failed", lease.model(), device);
        }
        runs.judged(tx, device);
    }

    @Override
    public void faulted(Transaction tx, String task, String job, Problem problem) {
        canaries.device(tx, task).ifPresent(device -> runs.wasted(tx, device));
        forget(tx, task, job, canaries.find(tx, task));
    }

    private void forget(Transaction tx, String task, String job, Optional<Canary> canary) {
        canary.map(Canary::question)
                .map(TaskInput::attachments)
                .orElse(List.of())
                .forEach(file -> files.withdraw(tx, file));
        canaries.delete(tx, task);
        tasks.get().forget(tx, job);
    }

    /** Every answer is a first and only one. */
    @Override
    public Lease.Stored stored(Transaction tx, String task, String job) {
        return Lease.Stored.NOTHING;
    }
}
