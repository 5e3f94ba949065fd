/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.extent.Counting;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Share;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.TaskFiles;
import com.noragentia.helios.worker.extract.DocumentText;
import com.noragentia.helios.worker.extract.ExtractedDocument;
import com.noragentia.helios.worker.extract.PictureAllowance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings the attachments of a task into passages, each document in the language it is written in. Thread-safe. */
public final class DocumentReader {

    /** Pages would be too coarse: what shows the same again is no progress to a lease, which is shorter than a dense page may take. */
    private static final int PER_CENT = 100;

    private final DocumentText texts;
    private final LanguageDetector languages;

    public DocumentReader(DocumentText texts, LanguageDetector languages) {
        this.texts = texts;
        this.languages = languages;
    }

    /**
     * What the documents hold.
     *
     * @param passages in reading order, the documents one after the other
     * @param pages of all documents
     * @param unread pages that are pictures and were not read
     */
    public record Reading(List<Passage> passages, int pages, List<UnreadPages> unread) {}

    /** @throws com.noragentia.helios.protocol.api.ProblemException if a document can't be read; its problem names the file */
    public Reading read(List<Attachment> documents, TaskFiles files, Language expected, AnswerStream stream)
            throws InterruptedException {
        return read(documents, files, expected, null, stream);
    }

    /**
     * Reads a share of each document.
     *
     * @param share null for all of it
     * @throws com.noragentia.helios.protocol.api.ProblemException if there is no such share, or a document can't be read; its problem names the file
     */
    public Reading read(
            List<Attachment> documents, TaskFiles files, Language expected, @Nullable Share share, AnswerStream stream)
            throws InterruptedException {
        DocumentShare.check(share);
        List<Passage> passages = new ArrayList<>();
        List<UnreadPages> unread = new ArrayList<>();
        PictureAllowance allowance = paid(documents, files);
        int pages = 0;
        for (int i = 0; i < documents.size(); i++) {
            stream.working(Phase.READING, i, documents.size());
            Attachment attachment = documents.get(i);
            ExtractedDocument document = texts.of(
                    files.of(attachment),
                    attachment.type(),
                    attachment.name(),
                    allowance,
                    (done, of) -> stream.working(Phase.RECOGNISING, (int) (PER_CENT * done / of), PER_CENT));
            Language language = languages.detect(document.text(), expected);
            passages.addAll(new PassageCutter(document.name(), language).cut(DocumentShare.of(document, share)));
            if (!document.unread().isEmpty()) {
                unread.add(new UnreadPages(document.name(), document.unread()));
            }
            pages += share == null ? document.pages() : (int) share.countedOf(document.pages());
        }
        stream.working(Phase.READING, documents.size(), documents.size());
        return new Reading(passages, pages, List.copyOf(unread));
    }

    /** So many pages are looked at as the network counts, and no more: what is not paid for is named as unread. */
    private static PictureAllowance paid(List<Attachment> documents, TaskFiles files) {
        long pictured = 0;
        for (Attachment document : documents) {
            if (document.type() == FileType.PDF) {
                try {
                    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(files.of(document)));
                    pictured += Counting.extent(FileType.PDF, file).pictured();
                } catch (IOException e) {
                    throw new UncheckedIOException("a file of the task cannot be read", e);
                }
            }
        }
        return new PictureAllowance(pictured);
    }
}
