/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Table {@code task}. */
final class SqlTaskBook implements TaskBook {

    @Override
    public void add(Transaction tx, NewTask task, Instant now) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO task (id, job, expert, input, state, queued_at)
                        VALUES (:id, :job, :expert, :input, 'QUEUED', :now)
                        """)
                .bind("id", task.id())
                .bind("job", task.job())
                .bind("expert", task.input().expert().name())
                .bind("input", JsonCodec.encodeToString(task.input()))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public List<QueuedTask> waiting(Transaction tx, Set<Expert> experts, int atMost) {
        if (experts.isEmpty()) {
            return List.of();
        }
        return tx.handle()
                .createQuery("""
                        SELECT id, job, input, attempts, pieces, last_worker FROM task
                        WHERE state = 'QUEUED' AND expert IN (<experts>)
                        ORDER BY number LIMIT :atMost
                        """)
                .bindList("experts", experts.stream().map(Expert::name).toList())
                .bind("atMost", atMost)
                .map((row, _) -> queuedTask(row))
                .list();
    }

    private static QueuedTask queuedTask(ResultSet row) throws SQLException {
        String id = row.getString("id");
        String job = row.getString("job");
        Optional<TaskInput> input = input(row.getString("input"));
        return input.isEmpty()
                ? new QueuedTask.Unreadable(id, job)
                : new WaitingTask(
                        id,
                        job,
                        input.get(),
                        row.getInt("attempts"),
                        row.getInt("pieces"),
                        Optional.ofNullable(row.getString("last_worker")));
    }

    private static Optional<TaskInput> input(String json) {
        try {
            return Optional.of(JsonCodec.decode(json, TaskInput.class, Limit.WORKER_MESSAGE_BYTES.value()));
        } catch (WireException _) { // its message may quote the input
            return Optional.empty();
        }
    }

    @Override
    public List<String> jobsWaitingSince(Transaction tx, Instant queuedBefore) {
        return tx.handle()
                .createQuery("SELECT DISTINCT job FROM task WHERE state = 'QUEUED' AND queued_at <= :before")
                .bind("before", queuedBefore.toEpochMilli())
                .mapTo(String.class)
                .list();
    }

    @Override
    public Optional<TaskProgress> progress(Transaction tx, String job) {
        return tx.handle()
                .createQuery("""
                        SELECT attempts, state, (
                            SELECT COUNT(*) FROM task AS earlier
                            WHERE earlier.state = 'QUEUED' AND earlier.expert = task.expert
                              AND earlier.number < task.number) AS position
                        FROM task WHERE job = :job ORDER BY state = 'QUEUED' DESC, number LIMIT 1
                        """)
                .bind("job", job)
                .map((row, _) -> new TaskProgress(
                        row.getInt("attempts"),
                        row.getString("state").equals("QUEUED")
                                ? OptionalInt.of(row.getInt("position"))
                                : OptionalInt.empty()))
                .findOne();
    }

    @Override
    public void markLeased(Transaction tx, String task) {
        tx.handle()
                .createUpdate("UPDATE task SET state = 'LEASED', attempts = attempts + 1 WHERE id = :task")
                .bind("task", task)
                .execute();
    }

    @Override
    public void markWaiting(Transaction tx, String task, String lastWorker, Instant now) {
        tx.handle()
                .createUpdate(
                        "UPDATE task SET state = 'QUEUED', last_worker = :worker, queued_at = :now WHERE id = :task")
                .bind("task", task)
                .bind("worker", lastWorker)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public void end(Transaction tx, String task, TaskState state) {
        tx.handle()
                .createUpdate("UPDATE task SET state = :state WHERE id = :task")
                .bind("task", task)
                .bind("state", state.name())
                .execute();
    }

    @Override
    public List<String> unfinished(Transaction tx, String job) {
        return tx.handle()
                .createQuery("SELECT id FROM task WHERE job = :job AND state IN ('QUEUED', 'LEASED')")
                .bind("job", job)
                .mapTo(String.class)
                .list();
    }

    @Override
    public void countPiece(Transaction tx, String task, int characters) {
        tx.handle()
                .createUpdate(
                        "UPDATE task SET pieces = pieces + 1, characters = characters + :characters WHERE id = :task")
                .bind("task", task)
                .bind("characters", characters)
                .execute();
    }

    @Override
    public void countReport(Transaction tx, String task) {
        tx.handle()
                .createUpdate("UPDATE task SET reports = reports + 1 WHERE id = :task")
                .bind("task", task)
                .execute();
    }

    @Override
    public void delete(Transaction tx, String job) {
        tx.handle()
                .createUpdate("DELETE FROM task WHERE job = :job")
                .bind("job", job)
                .execute();
    }
}
