/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.ledger.Asked;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tables {@code task}, {@code task_mark}, {@code task_input} and {@code setback}. */
final class SqlTaskRecord implements TaskRecord {

    @Override
    public void add(Transaction tx, long number, NewTask task, Ticket ticket) {
        long now = ticket.queuedAt().toEpochMilli();
        Measure asked = task.terms().asked().measure();
        Optional<Terms.Held> held = task.terms().held();
        tx.statements()
                .update(
                        """
                        INSERT INTO task (number, id, job, member, expert, named_model, conversation, prompt_tokens, output_tokens,
                                          state, is_open, created_at, queued_at, own_only, cost,
                                          measured_tokens, measured_seconds, measured_pages, measured_images, measured_reading, held_typical, held_most)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        number,
                        task.id(),
                        task.job(),
                        task.member(),
                        ticket.lane().expert().name(),
                        ticket.lane().model().orElse(null),
                        task.conversation().orElse(null),
                        ticket.work().promptTokens(),
                        ticket.work().outputTokens(),
                        now,
                        now,
                        task.ownOnly(),
                        ticket.cost(),
                        asked.promptTokens(),
                        asked.audioSeconds(),
                        asked.pages(),
                        asked.images(),
                        task.terms().asked().reading(),
                        held.map(Terms.Held::typical).map(Credits::micros).orElse(null),
                        held.map(Terms.Held::most).map(Credits::micros).orElse(null));
        tx.statements()
                .update(
                        "INSERT INTO task_input (task, body) VALUES (?, ?)",
                        number,
                        JsonCodec.encodeToString(task.input()));
    }

    @Override
    public long lastNumber(Transaction tx) {
        return tx.statements()
                .first(
                        "SELECT MAX(first - 1, COALESCE((SELECT MAX(number) FROM task), 0)) FROM task_mark",
                        row -> row.getLong(1))
                .orElseThrow();
    }

    @Override
    public void leased(Transaction tx, long task, Lease lease) {
        tx.statements()
                .update(
                        """
                UPDATE task SET state = 'LEASED', attempts = ?, lease = ?, worker = ?, worker_member = ?, worker_name = ?,
                                session = ?, model = ?, issued_at = ?, lease_millis = ?, expires_at = ?
                WHERE number = ?
                """,
                        lease.attempt(),
                        lease.id(),
                        lease.holder().device(),
                        lease.holder().member(),
                        lease.holder().name(),
                        lease.holder().session(),
                        lease.model(),
                        lease.issuedAt().toEpochMilli(),
                        lease.length().toMillis(),
                        lease.expiresAt().toEpochMilli(),
                        task);
    }

    @Override
    public void renewed(Transaction tx, long task, Instant expiresAt) {
        tx.statements().update("UPDATE task SET expires_at = ? WHERE number = ?", expiresAt.toEpochMilli(), task);
    }

    @Override
    public void takenUp(Transaction tx, long task, Lease lease) {
        tx.statements()
                .update(
                        "UPDATE task SET session = ?, expires_at = ? WHERE number = ?",
                        lease.holder().session(),
                        lease.expiresAt().toEpochMilli(),
                        task);
    }

    @Override
    public void streaming(Transaction tx, long task, Instant now) {
        tx.statements().update("""
                        UPDATE task SET state = 'STREAMING', first_piece_at = COALESCE(first_piece_at, ?)
                        WHERE number = ?
                        """, now.toEpochMilli(), task);
    }

    @Override
    public void hadSetback(Transaction tx, long task, Setback setback, Instant now) {
        tx.statements()
                .update(
                        "INSERT INTO setback (task, worker, owner, event, blamed, at) VALUES (?, ?, ?, ?, ?, ?)",
                        task,
                        setback.worker(),
                        setback.owner(),
                        setback.cause().name(),
                        setback.blamed(),
                        now.toEpochMilli());
    }

    @Override
    public void absolved(Transaction tx, long task) {
        tx.statements()
                .update("UPDATE setback SET blamed = 0 WHERE task = ? AND event IN ('CRASH', 'FORGOTTEN')", task);
    }

    @Override
    public void requeued(Transaction tx, LiveTask task) {
        tx.statements().update("""
                        UPDATE task SET state = 'QUEUED', queued_at = ?, forgiven = ?, lease = NULL, expires_at = NULL
                        WHERE number = ?
                        """, task.queuedAt().toEpochMilli(), task.forgiven(), task.number());
    }

    @Override
    public void ended(Transaction tx, long task, TaskLife.State state) {
        tx.statements().update("UPDATE task SET state = ?, is_open = 0 WHERE number = ?", state.name(), task);
    }

    @Override
    public Optional<TaskInput> input(Transaction tx, long task) {
        return tx.statements()
                .first("SELECT body FROM task_input WHERE task = ?", row -> row.getString(1), task)
                .flatMap(SqlTaskRecord::input);
    }

    private static Optional<TaskInput> input(String json) {
        try {
            return Optional.of(JsonCodec.decode(json, TaskInput.class, Limit.WORKER_MESSAGE_BYTES.value()));
        } catch (WireException _) { // its message may quote the input
            return Optional.empty();
        }
    }

    @Override
    public List<LiveTask> open(Transaction tx, StoredAnswers answers) {
        List<LiveTask> tasks = tx.statements()
                .list(
                        "SELECT * FROM task WHERE number >= (SELECT first FROM task_mark) AND is_open = 1 ORDER BY number",
                        row -> read(row, kept -> answers.of(tx, kept.task(), kept.job())));
        tasks.forEach(task -> setbacks(tx, task).forEach(task::hadSetback));
        return tasks;
    }

    @Override
    public void allEndedBefore(Transaction tx, long number) {
        tx.statements().update("UPDATE task_mark SET first = ? WHERE first < ?", number, number);
    }

    private interface Kept {
        Lease.Stored of(Ticket ticket);
    }

    private LiveTask read(ResultSet row, Kept answers) throws SQLException {
        Instant createdAt = Instant.ofEpochMilli(row.getLong("created_at"));
        Work work = new Work(row.getLong("prompt_tokens"), row.getLong("output_tokens"));
        Ticket ticket = new Ticket(
                row.getString("id"),
                row.getString("job"),
                row.getString("member"),
                new LaneKey(Expert.valueOf(row.getString("expert")), Optional.ofNullable(row.getString("named_model"))),
                work,
                row.getDouble("cost"),
                createdAt,
                row.getBoolean("own_only"));
        LiveTask task = new LiveTask(
                row.getLong("number"),
                ticket,
                Optional.ofNullable(row.getString("conversation")),
                createdAt,
                new Terms(asked(row), held(row)),
                null);
        int attempts = row.getInt("attempts");
        Lease.Stored stored =
                attempts == 0 ? Lease.Stored.NOTHING : answers.of(ticket).since(firstPiece(row));
        task.restore(
                TaskLife.State.valueOf(row.getString("state")),
                attempts,
                row.getInt("forgiven"),
                Instant.ofEpochMilli(row.getLong("queued_at")),
                stored,
                row.getString("lease") == null ? null : lease(row, ticket, stored));
        return task;
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                new Measure(
                        row.getLong("measured_tokens"),
                        0,
                        row.getLong("measured_seconds"),
                        row.getLong("measured_pages"),
                        row.getLong("measured_images")),
                row.getLong("measured_reading"));
    }

    private static Optional<Terms.Held> held(ResultSet row) throws SQLException {
        return row.getObject("held_most") == null
                ? Optional.empty()
                : Optional.of(new Terms.Held(
                        new Credits(row.getLong("held_typical")), new Credits(row.getLong("held_most"))));
    }

    private static Optional<Instant> firstPiece(ResultSet row) throws SQLException {
        long millis = row.getLong("first_piece_at");
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static Lease lease(ResultSet row, Ticket ticket, Lease.Stored stored) throws SQLException {
        Holder holder = new Holder(
                row.getString("worker"),
                row.getString("worker_member"),
                row.getString("worker_name"),
                row.getString("session"));
        Instant issuedAt = Instant.ofEpochMilli(row.getLong("issued_at"));
        Instant expiresAt = Instant.ofEpochMilli(row.getLong("expires_at"));
        return new Lease(
                row.getString("lease"),
                ticket.task(),
                ticket.job(),
                ticket.member(),
                ticket.lane().expert(),
                holder,
                row.getString("model"),
                row.getInt("attempts"),
                ticket.queuedAt(),
                issuedAt,
                Duration.ofMillis(row.getLong("lease_millis")),
                expiresAt,
                Lease.Mark.NONE,
                stored);
    }

    private static List<Setback> setbacks(Transaction tx, LiveTask task) {
        return tx.statements()
                .list(
                        "SELECT worker, owner, event, blamed FROM setback WHERE task = ?",
                        row -> new Setback(
                                row.getString("worker"),
                                row.getString("owner"),
                                SetbackCause.valueOf(row.getString("event")),
                                row.getBoolean("blamed")),
                        task.number());
    }

    @Override
    public int attempts(Transaction tx, String job) {
        return tx.statements()
                .first("SELECT COALESCE(SUM(attempts), 0) FROM task WHERE job = ?", row -> row.getInt(1), job)
                .orElse(0);
    }

    @Override
    public void delete(Transaction tx, String job) {
        tx.statements().update("DELETE FROM task WHERE job = ?", job);
    }
}
