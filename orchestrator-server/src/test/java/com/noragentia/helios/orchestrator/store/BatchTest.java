/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What units of one commit share, and what becomes of the steps that hang on them. */
class BatchTest {

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private SqliteStore store;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = SqliteStore.open(folder.resolve("batch.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_closing_step_runs_once_for_a_whole_batch_and_within_its_commit() {
        ClosingStep step = tx -> {
            heard.add("closing after " + members(tx));
            tx.afterCommit(() -> heard.add("durable"));
        };
        batch(List.of("a", "b", "c"), step);

        assertThat(heard).containsExactly("closing after 3", "durable");
    }

    @Test
    void a_closing_step_that_fails_leaves_nothing_and_harms_no_unit() {
        batch(List.of("a"), tx -> {
            tx.ifUndone(() -> heard.add("undone"));
            add(tx, "half");
            throw new IllegalStateException("on purpose");
        });
        assertThat(store.<Integer>read(BatchTest::members)).isEqualTo(1);
        assertThat(heard).containsExactly("undone");
    }

    @Test
    void a_unit_that_fails_is_undone_before_the_next_one_runs() {
        CompletableFuture<Boolean> failing = store.submit(tx -> {
            tx.ifUndone(() -> heard.add("undone"));
            add(tx, "half");
            throw new IllegalStateException("on purpose");
        });
        store.write(tx -> heard.add("next sees " + members(tx)));
        assertThatThrownBy(failing::join).hasRootCauseMessage("on purpose");
        assertThat(heard).containsExactly("undone", "next sees 0");
    }

    @Test
    void a_commit_that_fails_undoes_every_unit_of_it_and_tells_each_caller() {
        CountDownLatch ready = new CountDownLatch(1);
        CompletableFuture<Boolean> first = occupied(ready);
        List<CompletableFuture<Boolean>> sharing = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            sharing.add(store.submit(tx -> {
                tx.ifUndone(() -> heard.add(name + " undone"));
                return add(tx, name);
            }));
        }
        sharing.add(store.submit(BatchTest::breaksTheCommit));
        ready.countDown();
        assertThat(first.join()).isTrue();
        sharing.forEach(unit -> assertThatThrownBy(unit::join).isNotNull());
        assertThat(heard).contains("a undone", "b undone");
        assertThat(store.<Integer>read(BatchTest::members)).isZero();
        assertThat(store.<Boolean>write(tx -> add(tx, "after"))).isTrue();
    }

    private void batch(List<String> names, ClosingStep step) {
        CountDownLatch ready = new CountDownLatch(1);
        CompletableFuture<Boolean> first = occupied(ready);
        List<CompletableFuture<Boolean>> units = names.stream()
                .map(name -> store.submit(tx -> {
                    tx.beforeCommit(step);
                    return add(tx, name);
                }))
                .toList();
        ready.countDown();
        first.join();
        units.forEach(CompletableFuture::join);
        store.write(_ -> true); // whatever followed the commit has been said
    }

    /** The writer has taken a unit and is busy with it until {@code ready}: what comes meanwhile shares the next commit. */
    private CompletableFuture<Boolean> occupied(CountDownLatch ready) {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> unit = store.submit(_ -> {
            begun.countDown();
            return awaits(ready);
        });
        awaits(begun);
        return unit;
    }

    private static boolean awaits(CountDownLatch ready) {
        try {
            ready.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A reference that leads nowhere, looked at only when the commit comes. */
    private static boolean breaksTheCommit(Transaction tx) {
        tx.statements().update("PRAGMA defer_foreign_keys = ON");
        return tx.statements()
                        .update(
                                "INSERT INTO device (id, member, name, public_key, enrolled_at) VALUES ('d', 'x', '', '', 0)")
                == 1;
    }

    private static boolean add(Transaction tx, String id) {
        return tx.statements().update("INSERT INTO member (id, created_at) VALUES (?, ?)", id, 0) == 1;
    }

    private static int members(Transaction tx) {
        return tx.statements()
                .first("SELECT COUNT(*) FROM member", row -> row.getInt(1))
                .orElseThrow();
    }
}
