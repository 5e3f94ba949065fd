/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.orchestrator.store.UnheardFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What workers report, on its way to the writer. All that waits is heard in one unit of work, in the order it came: a unit for each would
 * cost as much as what is done in it. Should one of them fail, each is heard again in a unit of its own. Thread-safe.
 */
final class ReportQueue {

    /** Reports that may wait before those who bring them do. */
    static final int REPORTS_WAITING = 10_000;

    static final int REPORTS_PER_UNIT = 500;

    private final Store store;
    private final Queue<Consumer<Transaction>> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore room = new Semaphore(REPORTS_WAITING);
    private final AtomicBoolean isCalled = new AtomicBoolean();

    ReportQueue(Store store) {
        this.store = store;
    }

    /** Returns before the report is heard; waits only when very many do. Not to be called by the writer, which would wait for itself. */
    void put(Consumer<Transaction> report) {
        room.acquireUninterruptibly();
        waiting.add(report);
        call();
    }

    private void call() {
        if (isCalled.compareAndSet(false, true)) {
            Hearing hearing = new Hearing();
            CompletableFuture<Boolean> unit = store.submit(hearing::run);
            UnheardFailure.log("hearing the reports of workers", unit);
            var _ = unit.exceptionally(_ -> hearing.begun || drop());
        }
    }

    /** The store has closed or cannot even begin a commit: nobody is to wait for it for ever. */
    private boolean drop() {
        while (waiting.poll() != null) {
            room.release();
        }
        isCalled.set(false);
        return false;
    }

    /** One unit of work; lives on the writer's thread. */
    private final class Hearing {

        private boolean begun;
        private final List<Consumer<Transaction>> heard = new ArrayList<>();

        private boolean run(Transaction tx) {
            begun = true;
            try {
                Consumer<Transaction> next = waiting.poll();
                while (next != null) {
                    heard.add(next);
                    next.accept(tx);
                    next = heard.size() < REPORTS_PER_UNIT ? waiting.poll() : null;
                }
                return true;
            } catch (RuntimeException | Error e) {
                heard.forEach(ReportQueue.this::hearAlone);
                throw e;
            } finally {
                room.release(heard.size());
                isCalled.set(false);
                if (!waiting.isEmpty()) {
                    call();
                }
            }
        }
    }

    private void hearAlone(Consumer<Transaction> report) {
        UnheardFailure.log("a report of a worker", store.submit(tx -> {
            report.accept(tx);
            return true;
        }));
    }
}
