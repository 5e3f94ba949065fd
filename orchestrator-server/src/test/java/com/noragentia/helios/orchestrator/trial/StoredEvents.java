/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trial;

import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;

/** Looks into the database of a running orchestrator, where the API would wait for more. */
public final class StoredEvents {

    private StoredEvents() {}

    public static int count(Path data, String job) {
        return Jdbi.create("jdbc:sqlite:" + data.resolve("helios.db"))
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM job_event WHERE job = :job")
                        .bind("job", job)
                        .mapTo(Integer.class)
                        .one());
    }
}
