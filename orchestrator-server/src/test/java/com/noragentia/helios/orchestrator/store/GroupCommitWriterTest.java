/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GroupCommitWriterTest {

    @Test
    void a_writer_that_has_stopped_fails_whatever_comes_at_once() {
        Handle handle = Jdbi.create(GroupCommitWriterTest::connectionWithoutItsNativeHalf)
                .open();
        try (GroupCommitWriter writer = new GroupCommitWriter(handle, checkpoints())) {
            CompletableFuture<Boolean> caught = writer.submit(_ -> true);
            assertThatThrownBy(caught::join).isNotNull();
            for (int i = 0; i < GroupCommitWriter.UNITS_WAITING + 1; i++) {
                CompletableFuture<Boolean> later = writer.submit(_ -> true);
                assertThatThrownBy(() -> later.get(5, TimeUnit.SECONDS))
                        .hasRootCauseMessage("the store's writer has stopped");
            }
        }
    }

    @Test
    void work_that_the_writer_queues_itself_does_not_widen_the_queue() {
        try (GroupCommitWriter writer =
                new GroupCommitWriter(Jdbi.create("jdbc:sqlite::memory:").open(), checkpoints())) {
            CompletableFuture<Boolean> all = new CompletableFuture<>();
            writer.submit(tx -> {
                        tx.afterCommit(() -> {
                            CompletableFuture<?>[] queued = Stream.generate(() -> writer.submit(_ -> true))
                                    .limit(GroupCommitWriter.UNITS_WAITING + 100)
                                    .toArray(CompletableFuture<?>[]::new);
                            var _ = CompletableFuture.allOf(queued).thenRun(() -> all.complete(true));
                        });
                        return true;
                    })
                    .join();
            assertThat(all.join()).isTrue();
            writer.submit(_ -> true).join();
            assertThat(writer.room()).isLessThanOrEqualTo(GroupCommitWriter.UNITS_WAITING);
        }
    }

    private static Connection connectionWithoutItsNativeHalf() throws SQLException {
        Connection sound = DriverManager.getConnection("jdbc:sqlite::memory:");
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        throw new UnsatisfiedLinkError("on purpose");
                    }
                    return method.invoke(sound, arguments);
                });
    }

    /** Of another store: nothing is brought anywhere. */
    private static Checkpoints checkpoints() {
        return new Checkpoints(Jdbi.create("jdbc:sqlite::memory:").open(), Checkpoints.FRAMES);
    }
}
