/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.ledger.Asked;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Turns are charged by a guess and corrected by what the work was worth. */
class TrueCostTest {

    private static final Asked ASKED = new Asked(new Measure(7, 0, 0, 2, 0), 1_500);

    private static final Holder WORKER = new Holder("device", "owner", "name", "session");
    private static final int EACH = 40;
    private static final int SERVED = 30;

    private final BlockingQueue<LeasedTask> given = new LinkedBlockingQueue<>();
    private final List<Asked> measures = new ArrayList<>();
    private int leases;

    @Test
    void who_asks_for_less_than_was_guessed_has_more_turns(@TempDir Path data) throws InterruptedException {
        int cheap = 0;
        try (Store store = SqliteStore.open(data.resolve("helios.db"))) {
            DispatchWiring dispatch = new DispatchWiring(
                    store,
                    new Follower(),
                    _ -> 1,
                    Kinship.NONE,
                    new TestClock(),
                    new Random(1),
                    new Seeds("secret"),
                    () -> "lease " + ++leases);
            for (int i = 0; i < EACH; i++) {
                NewTask dear = task("dear", i);
                NewTask small = task("cheap", i);
                store.write(tx -> {
                    dispatch.taskDesk().enqueue(tx, dear);
                    dispatch.taskDesk().enqueue(tx, small);
                    return true;
                });
            }
            dispatch.leaseDesk().arrived(OnlineWorker.arrived(WORKER, new HeardOrders(given)));
            dispatch.leaseDesk().hosts(WORKER, new HostedModel("m", Set.of(Expert.CHAT), true));
            for (int i = 0; i < SERVED; i++) {
                LeasedTask task = given.poll(5, TimeUnit.SECONDS);
                if (task == null) {
                    throw new AssertionError("no task was given");
                }
                cheap += task.task().startsWith("cheap") ? 1 : 0;
                dispatch.leaseDesk()
                        .completed(
                                WORKER,
                                task.lease(),
                                new TaskOutput.Chat("a", List.of(), AnswerOrigin.GENERATED),
                                Usage.NONE);
            }
        }
        assertThat(cheap).isGreaterThan(SERVED * 3 / 4); // half of them by the guess alone
        assertThat(measures).hasSizeGreaterThanOrEqualTo(SERVED - 2).containsOnly(ASKED);
    }

    private static NewTask task(String member, int number) {
        String id = member + number;
        return new NewTask(
                id,
                id,
                member,
                new TaskInput.Chat(Language.EN, "q", List.of(), List.of()),
                Optional.empty(),
                Optional.empty(),
                new Terms(ASKED, Optional.empty()),
                Credits.of(10),
                false);
    }

    private final class Follower extends QuietFollower {

        @Override
        public Credits completed(Transaction tx, Lease lease, TaskOutput output, Usage usage, Terms terms) {
            measures.add(terms.asked());
            return Credits.of(lease.member().equals("cheap") ? 1 : 10);
        }
    }
}
