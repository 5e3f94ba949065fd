/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.Terms;
import com.noragentia.helios.orchestrator.ledger.Outlay;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tables {@code part} and {@code reduction}: jobs in several parts, and what the parts came to. */
final class PartTable {

    /** A part that is done. {@code file} is the name of the attachment it read. */
    record Done(String file, Contribution contribution) {}

    /**
     * A job in so many parts, and how they are put together.
     *
     * @param held for that; empty where the job was accepted before it was noted
     */
    record Fanned(int files, Reduction reduction, Optional<Outlay> held) {}

    /** @param toReduce what putting the parts together comes to */
    void plan(Transaction tx, String job, Plan.Fanned plan, Outlay toReduce) {
        for (int i = 0; i < plan.each().size(); i++) {
            add(tx, job, i + 1, plan.each().get(i));
        }
        tx.handle()
                .createUpdate(
                        "INSERT INTO reduction (job, asked, held_typical, held_most) VALUES (:job, :asked, :typical, :most)")
                .bind("job", job)
                .bind("typical", toReduce.typical().micros())
                .bind("most", toReduce.most().micros())
                .bind(
                        "asked",
                        switch (plan.reduction()) {
                            case Reduction.Join _ -> Optional.<String>empty();
                            case Reduction.Ask ask -> Optional.of(JsonCodec.encodeToString(ask.bare()));
                        })
                .execute();
    }

    private static void add(Transaction tx, String job, int number, Plan.Part part) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO part (task, job, number, file, may_be_missed)
                        VALUES (:task, :job, :number, :file, :may_be_missed)
                        """)
                .bind("task", TaskNames.part(job, number))
                .bind("job", job)
                .bind("number", number)
                .bind("file", part.file())
                .bind("may_be_missed", part.mayBeMissed())
                .execute();
    }

    /** Whether the job goes on without this part. */
    boolean mayBeMissed(Transaction tx, String task) {
        return tx.statements()
                .first("SELECT may_be_missed FROM part WHERE task = ?", row -> row.getBoolean(1), task)
                .orElse(false);
    }

    /** Nobody answered it, and the job goes on without it. */
    void markMissed(Transaction tx, String task) {
        tx.statements().update("UPDATE part SET missed = 1 WHERE task = ?", task);
    }

    /** Places of the parts that nobody answered, 0 for the first, with the files that they were to look at. */
    SortedMap<Integer, String> missed(Transaction tx, String job) {
        SortedMap<Integer, String> files = new TreeMap<>();
        tx.statements()
                .list(
                        "SELECT number, file FROM part WHERE job = ? AND missed = 1",
                        row -> Map.entry(row.getInt(1) - 1, row.getString(2)),
                        job)
                .forEach(part -> files.put(part.getKey(), part.getValue()));
        return files;
    }

    void markDone(Transaction tx, String task, Contribution contribution) {
        tx.handle()
                .createUpdate("UPDATE part SET done = :done WHERE task = :task")
                .bind("task", task)
                .bind("done", JsonCodec.encodeToString(contribution))
                .execute();
    }

    /** How long all that is done is, as JSON. */
    long bytes(Transaction tx, String job) {
        return tx.handle()
                .createQuery("SELECT COALESCE(SUM(LENGTH(CAST(done AS BLOB))), 0) FROM part WHERE job = :job")
                .bind("job", job)
                .mapTo(Long.class)
                .one();
    }

    /** How many parts are done without a gap, from the first. */
    int leading(Transaction tx, String job) {
        return tx.handle()
                .createQuery("""
                        SELECT COALESCE(MIN(number) FILTER (WHERE done IS NULL) - 1, COUNT(*)) FROM part
                        WHERE job = :job
                        """)
                .bind("job", job)
                .mapTo(Integer.class)
                .one();
    }

    /** Parts that are done, in order, beginning after number {@code after} and ending with number {@code last}. */
    List<Done> done(Transaction tx, String job, int after, int last) {
        return tx.handle()
                .createQuery("""
                        SELECT file, done FROM part
                        WHERE job = :job AND number > :after AND number <= :last AND done IS NOT NULL
                        ORDER BY number
                        """)
                .bind("job", job)
                .bind("after", after)
                .bind("last", last)
                .map((row, _) -> new Done(row.getString("file"), read(row.getString("done"), Contribution.class)))
                .list();
    }

    /** Jobs in several parts that have not ended, by their ids. */
    Map<String, Fanned> fanned(Transaction tx) {
        Map<String, Fanned> byJob = new HashMap<>();
        tx.statements()
                .list(
                        """
                        SELECT reduction.job, COUNT(*), reduction.asked, reduction.held_typical, reduction.held_most
                        FROM reduction JOIN part ON part.job = reduction.job
                        WHERE reduction.job IN (SELECT id FROM job WHERE state IN ('QUEUED', 'RUNNING'))
                        GROUP BY reduction.job
                        """,
                        row -> Map.entry(
                                row.getString(1),
                                new Fanned(row.getInt(2), reduction(Optional.ofNullable(row.getString(3))), held(row))))
                .forEach(fanned -> byJob.put(fanned.getKey(), fanned.getValue()));
        return byJob;
    }

    private static Optional<Outlay> held(ResultSet row) throws SQLException {
        return row.getObject("held_most") == null
                ? Optional.empty()
                : Optional.of(
                        new Outlay(new Credits(row.getLong("held_typical")), new Credits(row.getLong("held_most"))));
    }

    /** What was held for putting the parts of a job together; empty where it was accepted before that was noted. */
    Optional<Terms.Held> heldToReduce(Transaction tx, String job) {
        return tx.statements()
                .first("SELECT held_typical, held_most FROM reduction WHERE job = ?", PartTable::held, job)
                .flatMap(held -> held)
                .map(held -> new Terms.Held(held.typical(), held.most()));
    }

    Reduction reduction(Transaction tx, String job) {
        return reduction(tx.handle()
                .createQuery("SELECT asked FROM reduction WHERE job = :job")
                .bind("job", job)
                .map((row, _) -> Optional.ofNullable(row.getString("asked")))
                .one());
    }

    private static Reduction reduction(Optional<String> stored) {
        return stored.<Reduction>map(asked -> new Reduction.Ask(read(asked, TaskInput.Combine.class)))
                .orElseGet(Reduction.Join::new);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JsonCodec.decode(json, type, Limit.EVENT_BYTES.value());
        } catch (WireException _) { // its message may quote what was said
            throw new IllegalStateException("a stored part cannot be read");
        }
    }

    void delete(Transaction tx, String job) {
        tx.handle()
                .createUpdate("DELETE FROM part WHERE job = :job")
                .bind("job", job)
                .execute();
        tx.handle()
                .createUpdate("DELETE FROM reduction WHERE job = :job")
                .bind("job", job)
                .execute();
    }
}
