/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start looks for open tasks from a mark on: none may ever be before it. */
class TaskMarkTest {

    private final TaskRecord record = new SqlTaskRecord();
    private SqliteStore store;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = SqliteStore.open(folder.resolve("tasks.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_task_gets_no_number_before_the_mark_though_all_rows_are_gone() {
        long first = add("a");
        store.write(tx -> {
            record.ended(tx, first, TaskLife.State.DONE);
            record.allEndedBefore(tx, first + 100);
            record.delete(tx, "a");
            return true;
        });
        assertThat(add("b")).isEqualTo(first + 100);
        assertThat(openTasks()).containsExactly("b");
    }

    @Test
    void the_mark_never_goes_back() {
        long first = add("a");
        store.write(tx -> {
            record.allEndedBefore(tx, first);
            record.allEndedBefore(tx, 0);
            return true;
        });
        assertThat(openTasks()).containsExactly("a");
        assertThat(add("b")).isEqualTo(first + 1);
    }

    private List<String> openTasks() {
        return store.read(tx -> record.open(tx, (_, _, _) -> Lease.Stored.NOTHING).stream()
                .map(task -> task.ticket().task())
                .toList());
    }

    private long add(String id) {
        TaskInput input = new TaskInput.Chat(Language.EN, "q", List.of(), List.of());
        NewTask task =
                new NewTask(id, id, "m", input, Optional.empty(), Optional.empty(), Terms.FREE, Credits.ZERO, false);
        Ticket ticket = new Ticket(id, id, "m", LaneKey.of(Expert.CHAT), new Work(1, 1), 1, Instant.EPOCH, false);
        return store.<Long>write(tx -> {
            long number = record.lastNumber(tx) + 1;
            record.add(tx, number, task, ticket);
            return number;
        });
    }
}
