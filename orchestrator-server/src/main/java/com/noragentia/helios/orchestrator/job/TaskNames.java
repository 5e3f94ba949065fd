/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.Lease;

/** Names tasks: the one that answers a job bears the job's id, a part of it adds its number. Pure. */
final class TaskNames {

    private TaskNames() {}

    static String whole(String job) {
        return job;
    }

    /** @param number 1 for the first */
    static String part(String job, int number) {
        return job + "." + number;
    }

    static boolean isPart(Lease lease) {
        return isPart(lease.task(), lease.job());
    }

    static boolean isPart(String task, String job) {
        return !task.equals(whole(job));
    }
}
