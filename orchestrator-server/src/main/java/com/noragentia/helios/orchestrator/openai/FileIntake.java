/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.orchestrator.job.JobDesk;
import com.noragentia.helios.protocol.api.BlobStored;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings the files of a request to the desk. Thread-safe. */
final class FileIntake {

    private final JobDesk desk;

    FileIntake(JobDesk desk) {
        this.desk = desk;
    }

    /** @throws ProblemException what is wrong with a file, and which parameter it is */
    List<Attachment> keep(String member, List<BroughtFile> files) {
        if (Limit.ATTACHMENTS_PER_JOB.isPassedBy(files.size())) {
            throw new ProblemException(
                    Limit.ATTACHMENTS_PER_JOB.problem(),
                    "too many files in one message",
                    Map.of("limit", Long.toString(Limit.ATTACHMENTS_PER_JOB.value())));
        }
        List<Attachment> kept = new ArrayList<>();
        files.forEach(file -> kept.add(keep(member, file)));
        return kept;
    }

    private Attachment keep(String member, BroughtFile file) {
        try (InputStream content = file.content().decoded(file.param())) {
            BlobStored stored = desk.keep(member, file.name(), content);
            return new Attachment(stored.blob(), file.name(), file.type(), stored.bytes());
        } catch (ProblemException e) {
            Map<String, String> values = new HashMap<>(e.problem().values());
            values.putIfAbsent(Fault.PARAM, file.param());
            throw new ProblemException(e.problem().code(), e.problem().detail(), values);
        } catch (IOException e) {
            throw new UncheckedIOException("a file of a request cannot be kept", e);
        }
    }
}
