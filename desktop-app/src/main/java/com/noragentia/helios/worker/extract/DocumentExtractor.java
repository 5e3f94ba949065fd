/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The door to the text of untrusted documents. Thread-safe; files are read one at a time, in the order asked. */
public final class DocumentExtractor implements AutoCloseable {

    private final ExtractionLine line;

    public DocumentExtractor(ExtractionLine line) {
        this.line = line;
    }

    /**
     * Reads a PDF, DOCX, text or Markdown file.
     *
     * @param name what the member calls the file; it goes into the problem, never into a log
     * @throws ProblemException if the file is not what its type says, is locked, broken, without text, or over a limit
     * @throws InterruptedException if the caller was interrupted; the child process is gone by then
     */
    public ExtractedDocument extract(Path file, FileType type, String name) throws InterruptedException {
        checkHead(file, type, name);
        return switch (line.read(file, type)) {
            case Extraction.Text text -> new ExtractedDocument(name, type, text.pages(), text.paragraphs());
            case Extraction.Refused refused -> throw problem(refused.code(), name);
            case Extraction.NotStarted ignored -> throw problem(ProblemCode.INTERNAL, name);
        };
    }

    private static void checkHead(Path file, FileType type, String name) {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(FileType.MAGIC_BYTES);
        } catch (IOException e) {
            throw problem(ProblemCode.FILE_UNREADABLE, name);
        }
        if (head.length == 0) {
            throw problem(ProblemCode.DOCUMENT_EMPTY, name);
        }
        boolean maybeLocked = type == FileType.DOCX && CompoundFile.startsLikeOne(head);
        if (!type.matches(head) && !maybeLocked) {
            throw problem(ProblemCode.FILE_TYPE_MISMATCH, name);
        }
    }

    private static ProblemException problem(ProblemCode code, String name) {
        return new ProblemException(
                code, "the text of the file could not be taken out: " + code.slug(), Map.of("file", name));
    }

    @Override
    public void close() {
        line.close();
    }
}
