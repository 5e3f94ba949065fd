/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.api.JobEvent;
import java.time.Duration;
import java.util.List;

/** The events of a job, each once and in order, for a program that follows it. Belongs to one thread. */
public final class JobReader implements AutoCloseable {

    private final EventCursor cursor;

    JobReader(EventCursor cursor) {
        this.cursor = cursor;
    }

    /** The next events; none where none came within {@code atMost}, after the last one, and when the server stops. */
    public List<JobEvent> next(Duration atMost) throws InterruptedException {
        return cursor.next(atMost).stream()
                .map(stored -> EventLog.event(stored.body()))
                .toList();
    }

    /** Whether nothing will ever follow: the job has ended, or is forgotten. */
    public boolean isAtEnd() {
        return cursor.isAtEnd();
    }

    /** Whether the server is about to stop; the job goes on without this reader. */
    public boolean isLetGo() {
        return cursor.isLetGo();
    }

    @Override
    public void close() {
        cursor.close();
    }
}
