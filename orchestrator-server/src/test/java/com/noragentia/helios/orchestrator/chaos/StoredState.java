/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.chaos;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the database says when all is quiet. */
final class StoredState {

    private StoredState() {}

    /** Counts that must be nought, by what they count. */
    static Map<String, Integer> leftovers(Path data) {
        return open(data).withHandle(handle -> {
            Map<String, Integer> counts = new TreeMap<>();
            counts.put(
                    "open leases", count(handle, "SELECT COUNT(*) FROM task WHERE is_open = 1 AND lease IS NOT NULL"));
            counts.put(
                    "tasks that wait or run",
                    count(handle, "SELECT COUNT(*) FROM task WHERE is_open = 1 OR state <> 'DONE'"));
            counts.put("jobs not done", count(handle, "SELECT COUNT(*) FROM job WHERE state <> 'DONE'"));
            counts.put("jobs without exactly one last event", count(handle, """
                            SELECT COUNT(*) FROM job
                            WHERE (SELECT COUNT(*) FROM job_event WHERE job_event.job = job.id AND last = 1) <> 1
                            """));
            return counts;
        });
    }

    static int jobs(Path data) {
        return open(data).withHandle(handle -> count(handle, "SELECT COUNT(*) FROM job"));
    }

    static String integrity(Path data) {
        return open(data)
                .withHandle(handle -> handle.createQuery("PRAGMA integrity_check")
                        .mapTo(String.class)
                        .one());
    }

    private static int count(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Integer.class).one();
    }

    private static Jdbi open(Path data) {
        return Jdbi.create("jdbc:sqlite:" + data.resolve("helios.db"));
    }
}
