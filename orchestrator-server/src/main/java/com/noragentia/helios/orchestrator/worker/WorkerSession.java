/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.orchestrator.dispatch.Failure;
import com.noragentia.helios.orchestrator.dispatch.Holder;
import com.noragentia.helios.orchestrator.dispatch.LeaseDesk;
import com.noragentia.helios.orchestrator.dispatch.LeaseVerdict;
import com.noragentia.helios.orchestrator.placement.Host;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private final MessageAllowance allowance;
    private final long memoryBytes;
    private final ReceiptTalk receipts;
    private volatile boolean draining;

    WorkerSession(
            WorkerSocket socket,
            Holder worker,
            Assignments assignments,
            LeaseDesk leases,
            SessionDesk desk,
            MessageAllowance allowance,
            long memoryBytes,
            ReceiptTalk receipts) {
        this.socket = socket;
        this.worker = worker;
        this.assignments = assignments;
        this.leases = leases;
        this.desk = desk;
        this.memoryBytes = memoryBytes;
        this.allowance = allowance;
        this.receipts = receipts;
    }

    @Override
    public void count(String text) throws Breach {
        allowance.count(text);
    }

    @Override
    public Conversation hear(FromWorker message) throws Breach {
        switch (message) {
            case FromWorker.Hello _, FromWorker.Proof _ -> throw new Breach("this session is open already");
            case FromWorker.AssignmentAccepted accepted -> assignments.loading(accepted.epoch());
            case FromWorker.AssignmentLoading loading -> assignments.loading(loading.epoch());
            case FromWorker.AssignmentReady ready ->
                assignments.ready(ready.epoch(), Objects.requireNonNullElse(ready.atOnce(), 1));
            case FromWorker.AssignmentDeclined declined ->
                assignments.declined(declined.epoch(), declined.reason().code());
            case FromWorker.OpenLeases brought -> judge(brought.leases());
            case FromWorker.Working report when Probe.isLease(report.lease()) -> {}
            case FromWorker.Progress piece when Probe.isLease(piece.lease()) -> {}
            case FromWorker.BegunAnew said when Probe.isLease(said.lease()) -> {}
            case FromWorker.Completed end
            when Probe.isLease(end.lease()) -> assignments.answered(end.lease(), end.output());
            case FromWorker.Failed end when Probe.isLease(end.lease()) -> assignments.failed(end.lease());
            case FromWorker.Working report ->
                leases.working(worker, report.lease(), report.phase(), report.done(), report.total());
            case FromWorker.Progress piece ->
                leases.piece(
                        worker,
                        piece.lease(),
                        piece.index(),
                        piece.text(),
                        Objects.requireNonNullElse(piece.tokens(), List.of()));
            case FromWorker.BegunAnew said -> leases.begunAnew(worker, said.lease());
            case FromWorker.Completed end -> leases.completed(worker, end.lease(), end.output(), end.usage());
            case FromWorker.Failed end -> leases.failed(worker, end.lease(), failure(end));
            case FromWorker.LogKnown said -> receipts.begin(said);
            case FromWorker.ReceiptsSigned said -> receipts.signed(said);
            case FromWorker.Serving said -> leases.serves(worker, said.ownOnly());
            case FromWorker.Draining _ -> {
                draining = true;
                leases.drains(worker);
            }
        }
        return this;
    }

    private void judge(List<String> brought) throws Breach {
        if (brought.size() > LEASES_BROUGHT) {
            throw new Breach("too many leases");
        }
        Map<Boolean, List<String>> byProbe = brought.stream().collect(Collectors.partitioningBy(Probe::isLease));
        var _ = leases.cameBackWith(worker, byProbe.getOrDefault(false, List.of()))
                .thenAccept(verdicts -> socket.send(new ToWorker.LeaseVerdicts(Stream.concat(
                                verdicts.stream().map(WorkerSession::verdict),
                                byProbe.getOrDefault(true, List.of()).stream().map(WorkerSession::dropped))
                        .toList())));
    }

    /** Nobody waits for a probe of an earlier session. */
    private static ToWorker.Verdict dropped(String probe) {
        return new ToWorker.Verdict(probe, false, 0);
    }

    private static ToWorker.Verdict verdict(LeaseVerdict verdict) {
        return new ToWorker.Verdict(verdict.lease(), verdict.goOn(), verdict.nextIndex());
    }

    private static Failure failure(FromWorker.Failed end) {
        return switch (end.failureClass()) {
            case BAD_REQUEST -> new Failure.Unanswerable(ReportedProblem.rebuilt(end.problem()));
            case CAPACITY -> new Failure.Elsewhere();
            case HANDED_BACK -> new Failure.HandedBack();
            case CRASH -> new Failure.Crashed();
            case MODEL -> new Failure.BrokenModel();
        };
    }

    String device() {
        return worker.device();
    }

    Assignments assignments() {
        return assignments;
    }

    ReceiptTalk receipts() {
        return receipts;
    }

    /** What placement needs to know; empty once it takes no more tasks. */
    Optional<Host> host() {
        return draining
                ? Optional.empty()
                : Optional.of(new Host(worker.device(), memoryBytes, assignments.hosting(), assignments.unfit()));
    }

    /** The same device has opened another session. */
    void giveWay() {
        socket.send(new ToWorker.Notice("Another session of this device has taken over."));
        socket.close(CLOSE_REPLACED, "replaced by a newer session of this device");
    }

    /** The device has been revoked, or has another owner now. */
    void dismiss() {
        socket.close(WorkerSocket.CLOSE_BREACH, "this device no longer belongs to the account");
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
