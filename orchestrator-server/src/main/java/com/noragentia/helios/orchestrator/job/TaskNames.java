/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.Lease;

/** Names tasks: the only one of a job bears the job's id, a part adds its number, what puts parts together adds a word. Pure. */
final class TaskNames {

    private static final String REDUCE = ".all";

    private TaskNames() {}

    static String whole(String job) {
        return job;
    }

    /** @param number 1 for the first */
    static String part(String job, int number) {
        return job + "." + number;
    }

    static String reduce(String job) {
        return job + REDUCE;
    }

    static boolean isPart(Lease lease) {
        return isPart(lease.task(), lease.job());
    }

    static boolean isPart(String task, String job) {
        return !isWhole(task, job) && !task.endsWith(REDUCE);
    }

    static boolean isWhole(String task, String job) {
        return task.equals(whole(job));
    }
}
