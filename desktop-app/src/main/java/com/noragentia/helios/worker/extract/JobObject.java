/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Limits that Windows keeps for a process once it is put into a job object: its memory, its processor time, no process beside it; and it ends when the job is
 * closed, as it is when this process ends however. Neither the disk nor the network is taken from it.
 */
record JobObject(JobCalls calls) implements Confinement {

    static final String NAME = "job object";

    @Override
    public List<String> around(List<String> child, Path room) {
        return child;
    }

    /** A child waits for its order, so it has read nothing until it is held. */
    @Override
    public Hold hold(Process child) throws IOException {
        long job = calls.create();
        try {
            calls.limit(job, JobLimits.bytes());
            calls.assign(job, child.pid());
        } catch (IOException e) {
            calls.close(job);
            throw e;
        }
        return () -> calls.close(job);
    }

    @Override
    public List<String> tools() {
        return List.of(NAME);
    }

    /** There is one Windows. */
    @Override
    public boolean equals(Object other) {
        return other instanceof JobObject;
    }

    @Override
    public int hashCode() {
        return NAME.hashCode();
    }
}
