/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.orchestrator.job.JobDesk;
import com.noragentia.helios.protocol.api.BlobStored;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.TaskInput;
import io.javalin.http.Context;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code POST /v1/audio/transcriptions}. Thread-safe. */
final class TranscriptionCalls {

    private static final String FILE = "file";
    /** A refused form is read to its end up to here, so that the sender hears why instead of a broken pipe. */
    private static final long REFUSED_BYTES_READ = 4 * Limit.ATTACHMENT_BYTES.value();

    private final JobDesk desk;
    private final Callers callers;
    private final SpoolFolder folder;

    TranscriptionCalls(JobDesk desk, Callers callers, SpoolFolder folder) {
        this.desk = desk;
        this.callers = callers;
        this.folder = folder;
    }

    void answer(Context ctx) throws IOException, InterruptedException {
        String member = callers.asking(ctx);
        TranscriptionRequest request;
        String job;
        try (UploadForm form = form(ctx, member)) {
            request = TranscriptionRequest.of(form);
            job = ask(ctx, member, request);
        }
        Transcript transcript = Transcript.of(JobEnd.await(desk, member, job));
        ctx.contentType(request.format().mediaType()).result(transcript.in(request.format()));
    }

    private UploadForm form(Context ctx, String member) throws IOException {
        long said = ctx.req().getContentLengthLong();
        try {
            if (said > UploadForm.longest()) {
                throw new ProblemException(
                        Limit.ATTACHMENT_BYTES.problem(),
                        "over " + Limit.ATTACHMENT_BYTES.value() + " bytes",
                        Map.of(Fault.PARAM, FILE));
            }
            // Of a length that is not said, the worst is believed.
            callers.upload(member, said < 0 ? UploadForm.longest() : said);
            return UploadForm.read(ctx, folder);
        } catch (ProblemException e) {
            ctx.req().getInputStream().skip(REFUSED_BYTES_READ);
            throw e;
        }
    }

    private String ask(Context ctx, String member, TranscriptionRequest request) throws IOException {
        Attachment recording = keep(member, request.file());
        TaskInput input =
                new TaskInput.Audio(request.language().orElseGet(() -> AskedLanguage.of(ctx)), "", List.of(recording));
        return desk.submit(member, new JobRequest(input, null, request.model().wish()), Optional.empty());
    }

    private Attachment keep(String member, Part file) throws IOException {
        String name = file.getSubmittedFileName();
        FileType type = FileType.ofName(name)
                .filter(named -> named.expert() == Expert.AUDIO)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.FILE_TYPE_UNSUPPORTED, "a recording is a wav or mp3", Map.of(Fault.PARAM, FILE)));
        try (InputStream content = file.getInputStream()) {
            BlobStored stored = desk.keep(member, name, content);
            return new Attachment(stored.blob(), name, type, stored.bytes());
        }
    }
}
