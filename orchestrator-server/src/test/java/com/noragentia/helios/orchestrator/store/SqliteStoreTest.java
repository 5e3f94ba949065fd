/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {

    private Path file = Path.of("");
    private Store store;

    @BeforeEach
    void open(@TempDir Path folder) {
        file = folder.resolve("test.db");
        store = SqliteStore.open(file);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void the_file_is_written_the_safe_way() {
        assertThat(store.<String>write(tx -> pragma(tx, "journal_mode"))).isEqualTo("wal");
        assertThat(store.<String>write(tx -> pragma(tx, "synchronous"))).isEqualTo("2");
        assertThat(store.<String>write(tx -> pragma(tx, "busy_timeout"))).isEqualTo("5000");
    }

    private static String pragma(Transaction tx, String name) {
        return tx.handle().createQuery("PRAGMA " + name).mapTo(String.class).one();
    }

    @Test
    void units_run_in_the_order_they_were_queued() {
        List<CompletableFuture<Boolean>> results = IntStream.range(0, 2_000)
                .mapToObj(i -> store.submit(tx -> add(tx, "m" + i)))
                .toList();
        results.forEach(CompletableFuture::join);
        List<String> ids = store.read(tx -> tx.handle()
                .createQuery("SELECT id FROM member ORDER BY rowid")
                .mapTo(String.class)
                .list());
        assertThat(ids)
                .isEqualTo(IntStream.range(0, 2_000).mapToObj(i -> "m" + i).toList());
    }

    @Test
    void a_unit_that_fails_leaves_nothing_and_harms_no_other() {
        CompletableFuture<Boolean> before = store.submit(tx -> add(tx, "before"));
        CompletableFuture<Boolean> failing = store.submit(tx -> {
            add(tx, "half");
            throw new IllegalStateException("on purpose");
        });
        CompletableFuture<Boolean> after = store.submit(tx -> add(tx, "after"));

        assertThat(before.join()).isTrue();
        assertThat(after.join()).isTrue();
        assertThatThrownBy(failing::join).hasRootCauseMessage("on purpose");
        assertThat(store.<Integer>read(SqliteStoreTest::members)).isEqualTo(2);
    }

    @Test
    void steps_after_a_commit_run_before_the_caller_hears_and_never_for_a_failed_unit() {
        List<String> steps = new CopyOnWriteArrayList<>();
        store.write(tx -> {
            tx.afterCommit(() -> steps.add("kept"));
            return true;
        });
        assertThat(steps).containsExactly("kept");

        assertThatThrownBy(() -> store.write(tx -> {
                    tx.afterCommit(() -> steps.add("never"));
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);
        store.write(_ -> true);
        assertThat(steps).containsExactly("kept");
    }

    @Test
    void a_step_after_a_commit_may_queue_more_work() {
        CompletableFuture<Boolean> second = new CompletableFuture<>();
        store.write(tx -> {
            tx.afterCommit(() -> {
                var _ = store.submit(next -> add(next, "next")).thenAccept(second::complete);
            });
            return true;
        });
        assertThat(second.join()).isTrue();
    }

    @Test
    void an_error_in_a_unit_ends_neither_the_writer_nor_other_units() {
        CompletableFuture<Boolean> failing = store.submit(tx -> {
            add(tx, "half");
            throw new StackOverflowError("on purpose");
        });
        assertThat(store.<Boolean>submit(tx -> add(tx, "after")).orTimeout(5, TimeUnit.SECONDS))
                .succeedsWithin(Duration.ofSeconds(5));
        assertThatThrownBy(failing::join).hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(store.<Integer>read(SqliteStoreTest::members)).isEqualTo(1);
    }

    @Test
    void what_was_bound_to_a_statement_is_not_in_the_message_of_its_failure() {
        add("taken");
        assertThatThrownBy(() -> add("taken")).satisfies(SqliteStoreTest::quotesNothing);
        assertThatThrownBy(() -> store.read(tx -> add(tx, "taken"))).satisfies(SqliteStoreTest::quotesNothing);
    }

    private void add(String id) {
        store.write(tx -> add(tx, id));
    }

    private static void quotesNothing(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("UnableToExecuteStatement").doesNotContain("taken");
    }

    @Test
    void readers_cannot_write() {
        assertThatThrownBy(() -> store.read(tx -> add(tx, "x"))).isInstanceOf(UnableToExecuteStatementException.class);
    }

    @Test
    void what_is_queued_when_the_store_closes_is_still_written() {
        CompletableFuture<Boolean> last = store.submit(tx -> add(tx, "last"));
        store.close();
        assertThat(last.join()).isTrue();
        assertThatThrownBy(() -> store.write(_ -> true)).hasMessage("the store is closed");

        store = SqliteStore.open(file);
        assertThat(store.<Integer>read(SqliteStoreTest::members)).isEqualTo(1);
    }

    private static boolean add(Transaction tx, String id) {
        return tx.handle().execute("INSERT INTO member (id, created_at) VALUES (?, 0)", id) == 1;
    }

    private static int members(Transaction tx) {
        return tx.handle()
                .createQuery("SELECT COUNT(*) FROM member")
                .mapTo(Integer.class)
                .one();
    }
}
