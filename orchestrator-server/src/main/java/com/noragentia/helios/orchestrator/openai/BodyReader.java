/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of one request from the wire. Files come in it as strings of many megabytes; those are set aside on disk while the rest is read, so that
 * a request never takes more memory than one of our own API. Belongs to one thread.
 */
final class BodyReader {

    /** No words are longer: the longest question, each character as the longest escape, with room to spare. */
    static final int WORDS_BYTES = 160 * 1024;
    /** Of strings that are set aside; an answer has fewer files, but earlier messages of a conversation come along. */
    static final int FILES = 16;

    private static final int BUFFER_BYTES = 16 * 1024;

    private final SpoolFolder folder;
    private final Kept kept = new Kept();
    private final List<Path> files = new ArrayList<>();
    private long read;
    private boolean isInString;
    private boolean isEscaped;
    private int stringStart;
    private @Nullable LongString aside;

    BodyReader(SpoolFolder folder) {
        this.folder = folder;
    }

    /** What is kept in memory. */
    private static final class Kept extends ByteArrayOutputStream {

        byte[] cutOff(int from) {
            byte[] tail = new byte[count - from];
            System.arraycopy(buf, from, tail, 0, tail.length);
            count = from;
            return tail;
        }
    }

    /**
     * Reads all of it.
     *
     * @throws ProblemException where a limit is passed; nothing stays on disk then
     */
    RequestBody read(InputStream body) throws IOException {
        try {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int got = body.read(buffer); got >= 0; got = body.read(buffer)) {
                read += got;
                if (Limit.OPENAI_REQUEST_BYTES.isPassedBy(read)) {
                    throw tooLarge(Limit.OPENAI_REQUEST_BYTES);
                }
                for (int i = 0; i < got; i++) {
                    take(buffer[i]);
                }
            }
            if (Limit.REQUEST_BYTES.isPassedBy(kept.size())) {
                throw tooLarge(Limit.REQUEST_BYTES);
            }
            return new RequestBody(folder, kept.toByteArray(), List.copyOf(files), read);
        } catch (IOException | RuntimeException e) {
            folder.discard(files);
            throw e;
        } finally {
            endFile();
        }
    }

    static ProblemException tooLarge(Limit limit) {
        return new ProblemException(limit.problem(), "the request is over " + limit.value() + " bytes");
    }

    private void take(byte next) throws IOException {
        if (!isInString) {
            keep(next);
            isInString = next == '"';
            stringStart = kept.size();
        } else if (next == '"' && !isEscaped) {
            endString();
            keep(next);
            isInString = false;
        } else {
            isEscaped = next == '\\' && !isEscaped;
            inString(next);
        }
    }

    private void inString(byte next) throws IOException {
        if (aside != null) {
            aside.write(next);
            return;
        }
        keep(next);
        if (kept.size() - stringStart > WORDS_BYTES) {
            setAside();
        }
    }

    private void keep(byte next) {
        kept.write(next);
        if (Limit.REQUEST_BYTES.isPassedBy(kept.size() - (long) WORDS_BYTES)) {
            throw tooLarge(Limit.REQUEST_BYTES);
        }
    }

    private void setAside() throws IOException {
        if (files.size() == FILES) {
            throw new ProblemException(Limit.ATTACHMENTS_PER_JOB.problem(), "over " + FILES + " files in one request");
        }
        Path file = folder.newFile();
        files.add(file);
        LongString begun = new LongString(file);
        aside = begun;
        for (byte each : kept.cutOff(stringStart)) {
            begun.write(each);
        }
    }

    private void endString() throws IOException {
        if (aside != null) {
            endFile();
            kept.writeBytes(RequestBody.markInJson(files.size() - 1).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void endFile() throws IOException {
        if (aside != null) {
            aside.close();
            aside = null;
        }
    }
}
