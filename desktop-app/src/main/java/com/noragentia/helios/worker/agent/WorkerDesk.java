/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.worker.policy.Serves;

/** What a worker does with each order of the orchestrator, whatever session it came over. Thread-safe. */
final class WorkerDesk {

    private final HostedModels models;
    private final LeaseTable leases;
    private final TaskRunner runner;
    private final ReceiptVoice receipts;
    private final Attendance attendance;

    WorkerDesk(
            HostedModels models, LeaseTable leases, TaskRunner runner, ReceiptVoice receipts, Attendance attendance) {
        this.attendance = attendance;
        this.models = models;
        this.leases = leases;
        this.runner = runner;
        this.receipts = receipts;
    }

    /** Whether this worker takes a task, as its owner wants it. */
    boolean takes(ToWorker.RunTask task) {
        return attendance.takes(task);
    }

    /** Whether it takes those of its own member alone. */
    boolean isForOwn() {
        return attendance.serves() == Serves.OWN;
    }

    /** A session has begun: says which leases are still held, none too, and how much of the ledger is known to whoever gives receipts. */
    void greet(ToWorker.Welcome begun, Outbox outbox) {
        outbox.send(new FromWorker.OpenLeases(leases.ids()));
        if (begun.understands(ToWorker.Welcome.RECEIPTS)) {
            receipts.greet(outbox);
        }
    }

    void assign(ToWorker.Assign order, Outbox outbox) {
        models.assign(order, outbox);
    }

    void release(ToWorker.Release order) {
        models.release(order);
    }

    void run(ToWorker.RunTask task, Outbox outbox) {
        leases.open(task, outbox).ifPresent(runner::start);
    }

    /** Sends a task back, because this worker is on its way out, or its owner needs the computer. */
    void refuse(ToWorker.RunTask task, Outbox outbox) {
        outbox.send(
                attendance.serves() == Serves.EVERYBODY
                        ? TaskFailures.noCapacity(task.lease(), ProblemCode.NO_WORKER, "this worker is draining")
                        : TaskFailures.handedBack(task.lease(), outbox));
    }

    void cancel(String lease) {
        runner.cancel(lease);
    }

    void receive(ToWorker.Receipts proofs, Outbox outbox) {
        receipts.heed(proofs.batch(), outbox);
    }

    void heed(ToWorker.LeaseVerdicts verdicts, Outbox outbox) {
        for (ToWorker.Verdict verdict : verdicts.verdicts()) {
            if (verdict.goOn()) {
                leases.find(verdict.lease()).ifPresent(lease -> lease.resume(outbox, verdict.nextIndex()));
            } else {
                runner.cancel(verdict.lease());
            }
        }
    }

    /** A session is over: what is said from now on is kept. */
    void silence(Outbox gone) {
        leases.silence(gone);
    }
}
