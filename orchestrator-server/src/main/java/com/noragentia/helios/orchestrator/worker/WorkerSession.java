/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.orchestrator.dispatch.Failure;
import com.noragentia.helios.orchestrator.dispatch.Holder;
import com.noragentia.helios.orchestrator.dispatch.LeaseDesk;
import com.noragentia.helios.orchestrator.dispatch.LeaseVerdict;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import java.util.List;

/** A connection whose worker has proven itself: the session in which it works. */
final class WorkerSession implements Conversation {

    /** Far more than a worker may have. */
    private static final int LEASES_BROUGHT = 64;

    private static final int CLOSE_GOING_AWAY = 1001;
    private static final int CLOSE_REPLACED = 4001;

    private final WorkerSocket socket;
    private final Holder worker;
    private final Assignments assignments;
    private final LeaseDesk leases;
    private final SessionDesk desk;

    WorkerSession(WorkerSocket socket, Holder worker, Assignments assignments, LeaseDesk leases, SessionDesk desk) {
        this.socket = socket;
        this.worker = worker;
        this.assignments = assignments;
        this.leases = leases;
        this.desk = desk;
    }

    @Override
    public Conversation hear(FromWorker message) throws Breach {
        switch (message) {
            case FromWorker.Hello _, FromWorker.Proof _ -> throw new Breach("this session is open already");
            case FromWorker.AssignmentAccepted accepted -> assignments.loading(accepted.epoch());
            case FromWorker.AssignmentLoading loading -> assignments.loading(loading.epoch());
            case FromWorker.AssignmentReady ready -> assignments.ready(ready.epoch());
            case FromWorker.AssignmentDeclined declined -> assignments.declined(declined.epoch());
            case FromWorker.OpenLeases brought -> judge(brought.leases());
            case FromWorker.Working report ->
                leases.working(worker, report.lease(), report.phase(), report.done(), report.total());
            case FromWorker.Progress piece -> leases.piece(worker, piece.lease(), piece.index(), piece.text());
            case FromWorker.Completed end -> leases.completed(worker, end.lease(), end.output(), end.usage());
            case FromWorker.Failed end -> leases.failed(worker, end.lease(), failure(end));
            case FromWorker.Draining _ -> leases.drains(worker);
        }
        return this;
    }

    private void judge(List<String> brought) throws Breach {
        if (brought.size() > LEASES_BROUGHT) {
            throw new Breach("too many leases");
        }
        var _ = leases.cameBackWith(worker, brought)
                .thenAccept(verdicts -> socket.send(new ToWorker.LeaseVerdicts(
                        verdicts.stream().map(WorkerSession::verdict).toList())));
    }

    private static ToWorker.Verdict verdict(LeaseVerdict verdict) {
        return new ToWorker.Verdict(verdict.lease(), verdict.goOn(), verdict.nextIndex());
    }

    private static Failure failure(FromWorker.Failed end) {
        return switch (end.failureClass()) {
            case BAD_REQUEST -> new Failure.Unanswerable(ReportedProblem.rebuilt(end.problem()));
            case CAPACITY -> new Failure.Elsewhere();
            case CRASH -> new Failure.Crashed();
            case MODEL -> new Failure.BrokenModel();
        };
    }

    /** The same device has opened another session. */
    void giveWay() {
        socket.send(new ToWorker.Notice("Another session of this device has taken over."));
        socket.close(CLOSE_REPLACED, "replaced by a newer session of this device");
    }

    /** The orchestrator is about to stop. */
    void drain() {
        socket.send(new ToWorker.Drain());
        socket.close(CLOSE_GOING_AWAY, "the orchestrator is about to stop");
    }

    @Override
    public void ended() {
        desk.closed(this, worker.device());
        leases.left(worker);
    }

    @Override
    public boolean isProven() {
        return true;
    }
}
