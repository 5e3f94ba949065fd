/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Transaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportQueueTest {

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<Transaction> units = Collections.synchronizedList(new ArrayList<>());
    private SqliteStore store;
    private ReportQueue queue;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = SqliteStore.open(folder.resolve("reports.db"));
        queue = new ReportQueue(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Runs {@code bringing} while the writer is busy. */
    private void whileTheWriterIsBusy(Runnable bringing) {
        CountDownLatch ready = new CountDownLatch(1);
        CompletableFuture<Boolean> busy = store.submit(_ -> awaits(ready));
        bringing.run();
        ready.countDown();
        busy.join();
        store.write(_ -> true);
        store.write(_ -> true); // what was heard alone was queued after the first
    }

    private static boolean awaits(CountDownLatch ready) {
        try {
            ready.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void report(String name) {
        queue.put(tx -> {
            heard.add(name);
            units.add(tx);
            add(tx, name);
        });
    }

    private void failingReport() {
        queue.put(tx -> {
            add(tx, "half");
            throw new IllegalStateException("on purpose");
        });
    }

    private static void add(Transaction tx, String member) {
        tx.statements().update("INSERT INTO member (id, created_at) VALUES (?, 0)", member);
    }

    private List<String> stored() {
        return store.read(tx -> tx.statements().list("SELECT id FROM member ORDER BY rowid", row -> row.getString(1)));
    }

    @Test
    void what_waits_is_heard_in_order_in_one_unit() {
        whileTheWriterIsBusy(() -> List.of("a", "b", "c").forEach(this::report));
        assertThat(heard).containsExactly("a", "b", "c");
        assertThat(units).hasSize(3).containsOnly(units.getFirst());
    }

    @Test
    void a_report_that_fails_leaves_nothing_and_the_others_are_heard_alone() {
        whileTheWriterIsBusy(() -> {
            report("a");
            failingReport();
            report("b");
        });
        assertThat(stored()).containsExactlyInAnyOrder("a", "b");
        assertThat(heard.getLast()).isEqualTo("b");
    }

    @Test
    void more_than_fit_into_a_unit_are_all_heard() {
        int count = 2 * ReportQueue.REPORTS_PER_UNIT + 1;
        whileTheWriterIsBusy(() -> {
            for (int i = 0; i < count; i++) {
                report("r" + i);
            }
        });
        store.write(_ -> true);
        assertThat(stored()).hasSize(count);
    }

    @Test
    void once_the_store_has_closed_nobody_waits_for_it() {
        store.close();
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (int i = 0; i <= ReportQueue.REPORTS_WAITING; i++) {
                report("late");
            }
        });
        assertThat(heard).isEmpty();
    }
}
