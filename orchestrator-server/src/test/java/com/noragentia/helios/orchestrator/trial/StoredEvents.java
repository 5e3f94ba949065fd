/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trial;

import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;

/** Looks into the database of a running orchestrator, where the API would wait for more. */
public final class StoredEvents {

    private StoredEvents() {}

    /** The idempotency key and the hash of the request that are kept of a job. */
    public static String traces(Path data, String job) {
        return Jdbi.create("jdbc:sqlite:" + data.resolve("helios.db"))
                .withHandle(handle -> handle.createQuery(
                                "SELECT COALESCE(idempotency_key, '') || request_hash FROM job WHERE id = :job")
                        .bind("job", job)
                        .mapTo(String.class)
                        .one());
    }

    /** Makes the input of a job's task something that nobody can read. */
    public static void damageTask(Path data, String job) {
        Jdbi.create("jdbc:sqlite:" + data.resolve("helios.db"))
                .useHandle(handle -> handle.createUpdate(
                                "UPDATE task_input SET body = '{\"type\":\"poem\"}' WHERE task IN (SELECT number FROM task WHERE job = :job)")
                        .bind("job", job)
                        .execute());
    }

    public static int count(Path data, String job) {
        return Jdbi.create("jdbc:sqlite:" + data.resolve("helios.db"))
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM job_event WHERE job = :job")
                        .bind("job", job)
                        .mapTo(Integer.class)
                        .one());
    }

    /** Rows that are kept of a job's parts, and of what puts them together. */
    public static int parts(Path data, String job) {
        return Jdbi.create("jdbc:sqlite:" + data.resolve("helios.db"))
                .withHandle(handle -> handle.createQuery("""
                                SELECT (SELECT COUNT(*) FROM part WHERE job = :job)
                                     + (SELECT COUNT(*) FROM reduction WHERE job = :job)
                                """)
                        .bind("job", job)
                        .mapTo(Integer.class)
                        .one());
    }

    /** How many setbacks count against a worker. */
    public static int blames(Path data) {
        return Jdbi.create("jdbc:sqlite:" + data.resolve("helios.db"))
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM setback WHERE blamed = 1")
                        .mapTo(Integer.class)
                        .one());
    }
}
