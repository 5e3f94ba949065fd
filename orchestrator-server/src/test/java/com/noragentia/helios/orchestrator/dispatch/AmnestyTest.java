/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is blamed after the orchestrator itself has lost something. */
class AmnestyTest {

    private static final Holder WORKER = new Holder("device", "owner", "name", "session");

    private final TestClock clock = new TestClock();
    private final BlockingQueue<LeasedTask> orders = new LinkedBlockingQueue<>();
    private SqliteStore store;
    private DispatchWiring dispatch;
    private int lastId;

    @BeforeEach
    void start(@TempDir Path folder) {
        store = SqliteStore.open(folder.resolve("amnesty.db"));
        dispatch = new DispatchWiring(
                store,
                new QuietFollower(),
                _ -> 1,
                Kinship.NONE,
                clock,
                new Random(1),
                new Seeds("secret"),
                () -> "lease" + ++lastId);
        dispatch.leaseDesk().arrived(OnlineWorker.arrived(WORKER, new HeardOrders(orders)));
        dispatch.leaseDesk().hosts(WORKER, new HostedModel("model", Set.of(Expert.CHAT), true));
        store.write(_ -> true);
        clock.pass(LeaseRules.AMNESTY); // that of the start
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void a_commit_that_failed_excuses_workers_for_two_minutes_and_no_longer() throws InterruptedException {
        sendsNonsense("before");
        assertThat(blames()).isEqualTo(1);

        failACommit();
        sendsNonsense("within");
        assertThat(blames()).isEqualTo(1);

        clock.pass(LeaseRules.AMNESTY);
        sendsNonsense("after");
        assertThat(blames()).isEqualTo(2);
    }

    /** A worker whose pieces were lost goes on where it was: to the orchestrator that looks like a gap. */
    private void sendsNonsense(String job) throws InterruptedException {
        store.write(tx -> enqueue(tx, job));
        LeasedTask order = Objects.requireNonNull(orders.poll(10, TimeUnit.SECONDS));
        dispatch.leaseDesk().piece(WORKER, order.lease(), 5, "x");
        store.write(_ -> true);
        store.write(tx -> {
            dispatch.taskDesk().cancel(tx, job);
            return true;
        });
        orders.clear();
    }

    private boolean enqueue(Transaction tx, String job) {
        TaskInput input = new TaskInput.Chat(Language.EN, "q", List.of(), List.of());
        dispatch.taskDesk().enqueue(tx, new NewTask("task of " + job, job, "member", input, Optional.empty()));
        return true;
    }

    /** A reference that leads nowhere, looked at only when the commit comes. */
    private void failACommit() {
        CompletableFuture<Boolean> lost = store.submit(tx -> {
            enqueue(tx, "lost");
            tx.statements().update("PRAGMA defer_foreign_keys = ON");
            tx.statements()
                    .update(
                            "INSERT INTO device (id, member, name, public_key, enrolled_at) VALUES ('d', 'x', '', '', 0)");
            return true;
        });
        assertThatThrownBy(lost::join).isNotNull();
        orders.clear();
    }

    private int blames() {
        return store.read(tx -> tx.statements()
                .first("SELECT COUNT(*) FROM setback WHERE blamed = 1", row -> row.getInt(1))
                .orElseThrow());
    }
}
