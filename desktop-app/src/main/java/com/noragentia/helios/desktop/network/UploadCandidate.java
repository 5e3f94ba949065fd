/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A file that may be sent: it is there, not empty, not too large, and is what its name says. */
public record UploadCandidate(Path file, String name, FileType type, long bytes) {

    /**
     * Looks at a file before a byte of it travels.
     *
     * @throws ProblemException file-not-found, file-unreadable, attachment-empty, attachment-too-large, file-type-unsupported,
     *     file-type-mismatch or request-invalid, with the values {@code file} and, where one is passed, {@code limit}
     */
    public static UploadCandidate of(Path file) {
        String name = nameOf(file);
        if (!Files.exists(file)) {
            throw refusal(ProblemCode.FILE_NOT_FOUND, name);
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw refusal(ProblemCode.FILE_UNREADABLE, name);
        }
        FileType type = FileType.ofName(name).orElseThrow(() -> refusal(ProblemCode.FILE_TYPE_UNSUPPORTED, name));
        try {
            long bytes = checkedSize(file, name);
            if (!type.matches(head(file))) {
                throw refusal(ProblemCode.FILE_TYPE_MISMATCH, name);
            }
            return new UploadCandidate(file, name, type, bytes);
        } catch (IOException e) {
            throw refusal(ProblemCode.FILE_UNREADABLE, name);
        }
    }

    private static String nameOf(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString();
        checkLimit(Limit.FILE_NAME_CHARACTERS, name.length(), name);
        return name;
    }

    private static long checkedSize(Path file, String name) throws IOException {
        long bytes = Files.size(file);
        if (bytes == 0) {
            throw refusal(ProblemCode.ATTACHMENT_EMPTY, name);
        }
        checkLimit(Limit.ATTACHMENT_BYTES, bytes, name);
        return bytes;
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(FileType.MAGIC_BYTES);
        }
    }

    private static void checkLimit(Limit limit, long actual, String name) {
        if (limit.isPassedBy(actual)) {
            throw new ProblemException(
                    limit.problem(), "over " + limit, Map.of("file", name, "limit", Long.toString(limit.value())));
        }
    }

    private static ProblemException refusal(ProblemCode code, String name) {
        return new ProblemException(code, "the file cannot be sent", Map.of("file", name));
    }
}
