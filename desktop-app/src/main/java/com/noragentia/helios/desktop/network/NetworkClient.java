/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.JobStatus;
import com.noragentia.helios.protocol.api.NetworkSummary;
import com.noragentia.helios.protocol.api.QualificationStatus;
import com.noragentia.helios.protocol.api.StandingReport;
import com.noragentia.helios.protocol.task.Attachment;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The network as one member's program sees it. Every call blocks, so none belongs on the UI thread; thread-safe. What goes wrong comes as a
 * {@link com.noragentia.helios.protocol.api.ProblemException}, whose code says what to tell the member.
 */
public interface NetworkClient extends AutoCloseable {

    /** Who is there. */
    NetworkSummary summary();

    /** Checks a file against the limits and its type, and brings it to the orchestrator. */
    Attachment upload(Path file);

    /** As {@link #upload(Path)}, telling what goes on before anything is sent. */
    default Attachment upload(Path file, ScanProgress progress) {
        return upload(file);
    }

    /** Asks. From the moment this returns the job cannot be lost. */
    String submit(JobRequest request);

    /**
     * Hands every event of a job to {@code listener}, in order and once each, on the calling thread, and returns after the last. A broken
     * connection is taken up again where it broke.
     *
     * @throws InterruptedException if the caller no longer wants to know; the job goes on
     */
    void follow(String job, Consumer<JobEvent> listener) throws InterruptedException;

    /** Where a job stands. */
    JobStatus status(String job);

    /** Takes a job back; without effect once it has ended. */
    void cancel(String job);

    /** What the member may ask of others' computers, and why. */
    StandingReport standing();

    /** Has this device checked now, once in its life, and not bit by bit; without effect once asked for. */
    QualificationStatus qualify();

    /** How far checks of this device have come. */
    QualificationStatus qualification();

    @Override
    void close();
}
