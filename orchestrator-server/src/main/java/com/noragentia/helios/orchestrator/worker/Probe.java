/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.TaskInput;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A probe on its way: a question under a lease of its own, which dispatch never hears of. */
record Probe(String lease, ProbeQuestion question, Instant sentAt) {

    /** A right answer that comes later is a failure too. */
    static final Duration LATEST = Duration.ofSeconds(60);

    /** No lease of dispatch begins so: those are hexadecimal. */
    private static final String PREFIX = "probe.";

    static Probe begin(String id, ProbeQuestion question, Instant now) {
        return new Probe(PREFIX + id, question, now);
    }

    static boolean isLease(String lease) {
        return lease.startsWith(PREFIX);
    }

    boolean isLate(Instant now) {
        return !now.isBefore(sentAt.plus(LATEST));
    }

    ToWorker.RunTask order(String model, FileLinks links) {
        TaskInput input = question.input();
        Map<String, URI> blobs = new HashMap<>();
        for (Attachment attachment : input.attachments()) {
            blobs.put(attachment.blob(), links.link(attachment.blob(), lease));
        }
        return new ToWorker.RunTask(lease, lease, model, 1, sentAt.plus(LATEST), 0, input, null, blobs);
    }
}
