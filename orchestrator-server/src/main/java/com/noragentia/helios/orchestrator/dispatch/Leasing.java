/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.task.TaskInput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Gives a task to a worker: the lease, its line in the record, and, once both are durable, the order. */
final class Leasing {

    private final TaskRecord record;
    private final Workforce workforce;
    private final Setbacks setbacks;
    private final Speeds speeds;
    private final TaskFollower follower;
    private final Seeds seeds;
    private final Supplier<String> ids;

    Leasing(
            TaskRecord record,
            Workforce workforce,
            Setbacks setbacks,
            Speeds speeds,
            TaskFollower follower,
            Seeds seeds,
            Supplier<String> ids) {
        this.record = record;
        this.workforce = workforce;
        this.setbacks = setbacks;
        this.speeds = speeds;
        this.follower = follower;
        this.seeds = seeds;
        this.ids = ids;
    }

    /** The task has left its queue. */
    void lease(Transaction tx, TaskMirror tasks, LiveTask task, Choice.Chosen chosen, Instant now) {
        Optional<TaskInput> input = task.input().or(() -> record.input(tx, task.number()));
        if (input.isEmpty()) {
            setbacks.giveUp(
                    tx,
                    task,
                    TaskLife.Event.UNREADABLE,
                    Problem.of(ProblemCode.INTERNAL, "the stored task cannot be read"));
            return;
        }
        Lease taken = lease(task, chosen, now);
        List<WrittenAnswer.Piece> written = written(tx, taken);
        Lease lease = fitting(tx, taken, written);
        tasks.leased(task, lease);
        record.leased(tx, task.number(), lease);
        workforce.gave(lease, chosen.workMillis(), now);
        follower.started(tx, lease);
        LeasedTask order = new LeasedTask(
                lease.id(),
                lease.task(),
                lease.model(),
                lease.attempt(),
                lease.expiresAt(),
                lease.stored().pieces(),
                input.get(),
                task.conversation().map(name -> pseudonym(lease.member(), name)),
                seed(lease, input.get()),
                written,
                chosen.own());
        tx.afterCommit(() -> chosen.worker().link().run(order));
    }

    private OptionalLong seed(Lease lease, TaskInput input) {
        return input instanceof TaskInput.Chat chat
                ? OptionalLong.of(seeds.of(lease.job(), lease.member(), chat))
                : OptionalLong.empty();
    }

    /** What a worker neither goes on with nor gives again would be mixed with what it writes: its answer begins anew. */
    private Lease fitting(Transaction tx, Lease lease, List<WrittenAnswer.Piece> written) {
        if (lease.stored().pieces() == 0 || !written.isEmpty() || follower.repeats(tx, lease)) {
            return lease;
        }
        follower.beginsAnew(tx, lease);
        return lease.anew();
    }

    /** Tokens mean something to the model that wrote them alone. */
    private List<WrittenAnswer.Piece> written(Transaction tx, Lease lease) {
        int pieces = lease.stored().pieces();
        return pieces == 0
                ? List.of()
                : follower.written(tx, lease)
                        .filter(answer -> answer.model().equals(lease.model())
                                && answer.pieces().size() == pieces)
                        .map(WrittenAnswer::pieces)
                        .orElse(List.of());
    }

    /** The same for the same conversation, and no guide to who has it. */
    private static String pseudonym(String member, String conversation) {
        return Sha256.hex(member + "\n" + conversation);
    }

    private Lease lease(LiveTask task, Choice.Chosen chosen, Instant now) {
        Ticket ticket = task.ticket();
        OnlineWorker worker = chosen.worker();
        boolean isCold = false; // only models that are ready have a seat in the index
        Speed speed = speeds.of(worker.device(), chosen.model()).inCompany(worker.atOnce(chosen.model()));
        Duration length = LeaseLength.of(ticket.work(), speed, isCold);
        // Once, what the worker has in hand already may take its time too.
        Instant expiresAt = now.plus(LeaseLength.with(length, Duration.ofMillis(Math.round(chosen.queueMillis()))));
        return new Lease(
                ids.get(),
                ticket.task(),
                ticket.job(),
                ticket.member(),
                ticket.lane().expert(),
                worker.holder(),
                chosen.model(),
                task.attempts() + 1,
                task.createdAt(),
                now,
                length,
                expiresAt,
                Lease.Mark.NONE,
                task.stored());
    }
}
