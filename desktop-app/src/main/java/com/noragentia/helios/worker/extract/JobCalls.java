/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What is asked of Windows for a job object; each throws {@link IOException} with the number of Windows' error where that refuses. Thread-safe. */
interface JobCalls {

    /** A new job object without a name, by its handle. */
    long create() throws IOException;

    /** @param limits direct, as {@link JobLimits} lays them out */
    void limit(long job, ByteBuffer limits) throws IOException;

    /** @param pid of a process that this one started, and that has not ended */
    void assign(long job, long pid) throws IOException;

    /** Closes the handle; what is in the job ends with it. */
    void close(long job);
}
