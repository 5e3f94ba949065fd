/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a child says, believing none of it: a hostile file may have taken the child over. For one thread, but for {@link #isReady}. */
final class ChildTranscript {

    /** The most that is read from a child: every character at its longest JSON escape, and room for the frames around them. */
    private static final long OUTPUT_BYTES = 8 * Limit.DOCUMENT_CHARACTERS.value() + 16L * 1024 * 1024;

    /** Of a PDF, or that the longest text fills. */
    private static final int MOST_PAGES = (int) Math.max(
            Limit.PDF_PAGES.value(),
            Math.ceilDiv(Limit.DOCUMENT_CHARACTERS.value(), ExtractedDocument.CHARACTERS_PER_PAGE));

    private final BufferedReader lines;
    private final ResultFile result;
    private final FileType type;
    private final List<Paragraph> paragraphs = new ArrayList<>();
    /** Cleans and counts once more. */
    private final ParagraphSink sink = new ParagraphSink(paragraphs::add);

    private volatile boolean ready;

    /** @param type of the file that it reads */
    ChildTranscript(InputStream output, ResultFile result, FileType type) {
        this.result = result;
        this.type = type;
        lines = new BufferedReader(
                new InputStreamReader(new CappedInputStream(output, OUTPUT_BYTES), StandardCharsets.UTF_8));
    }

    /** Reads to the end; blocks until the child has said how it ended or its output has. */
    Extraction read() {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Extraction end = take(JsonCodec.decode(line, ChildMessage.class, OUTPUT_BYTES));
                if (end != null) {
                    return end;
                }
            }
        } catch (WireException e) {
            return new Extraction.Refused(ProblemCode.FILE_UNREADABLE);
        } catch (ProblemException e) {
            return new Extraction.Refused(e.problem().code());
        } catch (IOException e) {
            return exhausted(type);
        }
        return ready ? exhausted(type) : new Extraction.NotStarted();
    }

    /** Whether the child came to life, which is before it sees its file. */
    boolean isReady() {
        return ready;
    }

    /** A file that took a child's time or memory, or made it say too much. */
    static Extraction exhausted(FileType type) {
        return new Extraction.Refused(
                type.expert() == Expert.DOCUMENT ? Limit.EXTRACTION_SECONDS.problem() : ProblemCode.FILE_UNREADABLE);
    }

    private @Nullable Extraction take(ChildMessage message) throws IOException {
        switch (message) {
            case ChildMessage.Ready ignored -> ready = true;
            case ChildMessage.Found(Paragraph paragraph) ->
                sink.add(paragraph.page(), paragraph.text(), paragraph.box());
            case ChildMessage.Refused refused -> {
                return new Extraction.Refused(refused.code());
            }
            case ChildMessage.Drawn drawn -> {
                return result.picture(drawn)
                        .<Extraction>map(Extraction.Drawn::new)
                        .orElseGet(() -> new Extraction.Refused(ProblemCode.FILE_UNREADABLE));
            }
            case ChildMessage.PageDrawn drawn -> {
                return result.page(drawn)
                        .<Extraction>map(Extraction.PageDrawn::new)
                        .orElseGet(() -> new Extraction.Refused(ProblemCode.FILE_UNREADABLE));
            }
            case ChildMessage.Heard heard -> {
                return result.sound(heard)
                        .<Extraction>map(Extraction.Heard::new)
                        .orElseGet(() -> new Extraction.Refused(ProblemCode.FILE_UNREADABLE));
            }
            case ChildMessage.Finished finished -> {
                return text(finished);
            }
        }
        return null;
    }

    private Extraction text(ChildMessage.Finished finished) {
        if (Limit.PDF_PAGES.isPassedBy(finished.pictured().size())) {
            return new Extraction.Refused(Limit.PDF_PAGES.problem());
        }
        int pages = finished.pages();
        boolean isOfItsPages = pages >= 0
                && pages <= MOST_PAGES
                && Stream.concat(
                                finished.pictured().stream(),
                                paragraphs.stream().map(Paragraph::page).filter(Objects::nonNull))
                        .allMatch(page -> page > 0 && page <= pages);
        if (!isOfItsPages) {
            return new Extraction.Refused(ProblemCode.FILE_UNREADABLE);
        }
        return paragraphs.isEmpty() && finished.pictured().isEmpty()
                ? new Extraction.Refused(ProblemCode.DOCUMENT_EMPTY)
                : new Extraction.Text(pages, List.copyOf(paragraphs), finished.pictured());
    }
}
