/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.worker.extract.picture.DecodedPicture;
import com.noragentia.helios.worker.extract.picture.PagePicture;
import com.noragentia.helios.worker.extract.sound.Sound;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The door to what untrusted files hold: text, pixels, samples. Each file is read by a child process of its own. Thread-safe; files are read
 * one at a time, in the order asked.
 *
 * <p>Each way in takes the name by which the member knows the file; it goes into the problem, never into a log. Each throws a {@link
 * ProblemException} if the file is not what its type says, is locked, broken, empty, or over a limit, and {@link InterruptedException} if the
 * caller was interrupted; the child process is gone by then.
 */
public final class FileExtractor implements AutoCloseable {

    /** Reasons of problems: a recording in a form that is not read; a document whose pages are not drawn to be read. */
    private static final String RECORDING = "recording";

    private static final String NO_PAGES = "no-pages";

    private final ExtractionLine line;

    public FileExtractor(ExtractionLine line) {
        this.line = line;
    }

    /** The text of a PDF, DOCX, text or Markdown file, as far as it stands there as text: {@link DocumentText} reads the pictures too. */
    public ExtractedDocument text(Path file, FileType type, String name) throws InterruptedException {
        if (read(Expert.DOCUMENT, file, Order.toRead(type), name) instanceof Extraction.Text text) {
            return new ExtractedDocument(name, type, text.pages(), text.paragraphs(), text.pictured());
        }
        throw problem(ProblemCode.FILE_UNREADABLE, name);
    }

    /**
     * One page of a PDF as it is meant to be seen.
     *
     * @param number 1 for the first
     */
    public PagePicture page(Path file, int number, String name) throws InterruptedException {
        if (read(Expert.DOCUMENT, file, Order.toDraw(number), name) instanceof Extraction.PageDrawn drawn) {
            return drawn.page();
        }
        throw problem(ProblemCode.FILE_UNREADABLE, name);
    }

    /** The pixels of a PNG or JPEG file. */
    public DecodedPicture picture(Path file, FileType type, String name) throws InterruptedException {
        if (read(Expert.IMAGE, file, Order.toRead(type), name) instanceof Extraction.Drawn drawn) {
            return drawn.picture();
        }
        throw problem(ProblemCode.FILE_UNREADABLE, name);
    }

    /** The samples of a WAV or MP3 file. */
    public Sound sound(Path file, FileType type, String name) throws InterruptedException {
        if (read(Expert.AUDIO, file, Order.toRead(type), name) instanceof Extraction.Heard heard) {
            return heard.sound();
        }
        throw problem(ProblemCode.FILE_UNREADABLE, name);
    }

    private Extraction read(Expert expert, Path file, Order order, String name) throws InterruptedException {
        if (order.type().expert() != expert) {
            throw problem(ProblemCode.FILE_TYPE_UNSUPPORTED, name);
        }
        checkHead(file, order.type(), name);
        Extraction extraction = line.read(file, order);
        return switch (extraction) {
            case Extraction.Refused refused -> throw refusal(refused.code(), order.type(), name);
            case Extraction.NotStarted ignored -> throw problem(ProblemCode.INTERNAL, name);
            case Extraction.Text ignored -> extraction;
            case Extraction.Drawn ignored -> extraction;
            case Extraction.PageDrawn ignored -> extraction;
            case Extraction.Heard ignored -> extraction;
        };
    }

    /** With the reason, where words that suit all kinds of files would send people the wrong way. */
    private static ProblemException refusal(ProblemCode code, FileType type, String name) {
        if (code == ProblemCode.FILE_TYPE_UNSUPPORTED && type.expert() == Expert.AUDIO) {
            return problem(code, name, RECORDING);
        }
        return code == ProblemCode.DOCUMENT_EMPTY && type != FileType.PDF
                ? problem(code, name, NO_PAGES)
                : problem(code, name);
    }

    private static void checkHead(Path file, FileType type, String name) {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(FileType.MAGIC_BYTES);
        } catch (IOException e) {
            throw problem(ProblemCode.FILE_UNREADABLE, name);
        }
        if (head.length == 0) {
            throw problem(
                    type.expert() == Expert.DOCUMENT ? ProblemCode.DOCUMENT_EMPTY : ProblemCode.ATTACHMENT_EMPTY, name);
        }
        boolean maybeLocked = type == FileType.DOCX && CompoundFile.startsLikeOne(head);
        if (!type.matches(head) && !maybeLocked) {
            throw problem(ProblemCode.FILE_TYPE_MISMATCH, name);
        }
    }

    private static ProblemException problem(ProblemCode code, String name) {
        return problem(code, Map.of("file", name));
    }

    private static ProblemException problem(ProblemCode code, String name, String reason) {
        return problem(code, Map.of("file", name, "reason", reason));
    }

    private static ProblemException problem(ProblemCode code, Map<String, String> values) {
        return new ProblemException(code, "the file could not be read: " + code.slug(), values);
    }

    @Override
    public void close() {
        line.close();
    }
}
