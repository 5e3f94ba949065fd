/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The text of documents, also where it stands in pictures of pages: those are drawn by the child process and read by a model that reads pictures.
 * Thread-safe, as far as its parts are.
 */
public final class DocumentText {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final FileExtractor extractor;
    private final PageReader.Source readers;
    private final Clock clock;
    private final Duration patience;

    public DocumentText(FileExtractor extractor, PageReader.Source readers, Clock clock) {
        this(extractor, readers, clock, PATIENCE);
    }

    /** @param patience after which no further page is begun */
    DocumentText(FileExtractor extractor, PageReader.Source readers, Clock clock, Duration patience) {
        this.extractor = extractor;
        this.readers = readers;
        this.clock = clock;
        this.patience = patience;
    }

    /** Is told how far those pages are read that stand in pictures. */
    public interface Progress {

        /** @param pages 3.5 in the middle of the fourth; it never goes back */
        void read(double pages, int of);
    }

    /** The text of a document that is a task by itself. */
    public ExtractedDocument of(Path file, FileType type, String name, Progress progress) throws InterruptedException {
        return of(file, type, name, new PictureAllowance(), progress);
    }

    /**
     * The text of a document.
     *
     * @param allowance pages whose pictures may still be read, each of which takes seconds; the others are named as unread
     * @param name by which the member knows the file; it goes into the problem
     * @throws ProblemException as {@link FileExtractor#text} does; {@code document-empty} also if there is no text in the pictures of its pages;
     *     {@code internal} if it is all pictures and nobody could look at them
     */
    public ExtractedDocument of(Path file, FileType type, String name, PictureAllowance allowance, Progress progress)
            throws InterruptedException {
        ExtractedDocument document = extractor.text(file, type, name);
        if (type != FileType.PDF || document.unread().isEmpty()) {
            return present(document, Optional.empty());
        }
        if (allowance.left() == 0) {
            return document; // there may be text in it, for all that is known
        }
        PicturedPages pages = new PicturedPages(
                document,
                number -> extractor.page(file, number, name),
                allowance,
                clock.instant().plus(patience));
        Optional<PageReader> reader = readers.open();
        if (reader.isEmpty()) {
            return present(document, Optional.of(notLooked(name)));
        }
        try (PageReader open = reader.get()) {
            pages.read(open, clock, progress);
        }
        ExtractedDocument looked = pages.document();
        boolean mayHoldText = looked.paragraphs().isEmpty() && !looked.unread().isEmpty();
        if (!mayHoldText || pages.trouble().isPresent()) {
            return present(looked, pages.trouble());
        }
        if (pages.hasFailed() || looked.unread().equals(document.unread())) {
            throw notLooked(name);
        }
        return looked; // blank as far as pictures were left
    }

    /** Nobody looked at its pictures, so nobody may say that there is nothing in them: another computer may. */
    private static ProblemException notLooked(String name) {
        return new ProblemException(
                ProblemCode.INTERNAL, "pictures of pages cannot be read here just now", Map.of("file", name));
    }

    private static ExtractedDocument present(ExtractedDocument document, Optional<ProblemException> trouble) {
        if (document.paragraphs().isEmpty()) {
            throw trouble.orElseGet(() -> new ProblemException(
                    ProblemCode.DOCUMENT_EMPTY, "no text, and none in pictures", Map.of("file", document.name())));
        }
        return document;
    }
}
