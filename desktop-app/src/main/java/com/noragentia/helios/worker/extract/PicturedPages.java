/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.protocol.task.TextLine.Box;
import com.noragentia.helios.worker.extract.picture.PagePicture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of one document whose text stands in pictures, and what was read there. Not thread-safe. */
final class PicturedPages {

    /** So many pages that cannot be drawn, each of which may take all of a child's time, and no further one is tried. */
    private static final int MOST_FAILURES = 3;

    private final ExtractedDocument document;
    private final Pages pages;
    private final PictureAllowance allowance;
    private final Instant end;
    private final Map<Integer, List<Placed>> read = new HashMap<>();
    private int failures;
    private @Nullable ProblemException trouble;

    /**
     * The pages that a document names as unread.
     *
     * @param allowance how many of them may be looked at; a page that is takes one
     * @param end after which no further page is begun
     */
    PicturedPages(ExtractedDocument document, Pages pages, PictureAllowance allowance, Instant end) {
        this.document = document;
        this.pages = pages;
        this.allowance = allowance;
        this.end = end;
    }

    /** Draws the pages of a file. */
    interface Pages {

        PagePicture page(int number) throws InterruptedException;
    }

    /** A paragraph of a page, box in points. */
    private record Placed(String text, Box box) {}

    void read(PageReader reader, Clock clock, DocumentText.Progress progress) throws InterruptedException {
        List<Integer> wanted =
                document.unread().stream().limit(allowance.left()).toList();
        for (int i = 0; i < wanted.size(); i++) {
            progress.read(i, wanted.size());
            if (failures == MOST_FAILURES || clock.instant().isAfter(end)) {
                return;
            }
            allowance.use();
            int done = i;
            read(
                    wanted.get(i),
                    reader,
                    (lines, of) -> progress.read(done + (double) lines / Math.max(1, of), wanted.size()));
        }
        progress.read(wanted.size(), wanted.size());
    }

    private void read(int number, PageReader reader, PageReader.Progress progress) throws InterruptedException {
        try {
            PagePicture page = pages.page(number);
            reader.read(page.picture(), progress)
                    .ifPresentOrElse(lines -> read.put(number, paragraphs(lines, page)), () -> failures++);
        } catch (ProblemException e) {
            failures++;
            trouble = trouble == null ? e : trouble;
        }
    }

    private static List<Placed> paragraphs(List<TextLine> lines, PagePicture page) {
        List<Line> inPoints = lines.stream().map(line -> line(line, page)).toList();
        return inPoints.isEmpty()
                ? List.of()
                : PageParagraphs.ofPicture(inPoints).blocks().stream()
                        .map(block -> new Placed(block.text(), around(block.lines())))
                        .toList();
    }

    private static Line line(TextLine line, PagePicture page) {
        Box box = page.inPoints(line.box());
        return new Line(box.x(), box.x() + box.width(), box.y() + box.height(), box.height(), line.text());
    }

    private static Box around(List<Line> lines) {
        int left = (int) lines.stream().mapToDouble(Line::left).min().orElseThrow();
        int right = (int) lines.stream().mapToDouble(Line::right).max().orElseThrow();
        int top = (int) lines.stream()
                .mapToDouble(line -> line.baseline() - line.height())
                .min()
                .orElseThrow();
        int bottom = (int) lines.stream().mapToDouble(Line::baseline).max().orElseThrow();
        return new Box(left, top, right - left, bottom - top);
    }

    /** What was wrong with the first page that could not be drawn. */
    Optional<ProblemException> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Whether a page could not be drawn, or whoever reads failed at it: what it holds is not known. */
    boolean hasFailed() {
        return failures > 0;
    }

    /**
     * The document with what was read, page by page; where a page has a little text beside its picture, the picture was drawn with it.
     *
     * @throws ProblemException if that is more than a document may hold
     */
    ExtractedDocument document() {
        List<Paragraph> paragraphs = new ArrayList<>();
        ParagraphSink sink = new ParagraphSink(paragraphs::add);
        try {
            for (int page = 1; page <= document.pages(); page++) {
                add(page, sink);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a list is no file", e);
        } catch (ProblemException e) {
            throw new ProblemException(e.problem().code(), e.problem().detail(), Map.of("file", document.name()));
        }
        List<Integer> unread = document.unread().stream()
                .filter(page -> !read.containsKey(page))
                .toList();
        return new ExtractedDocument(document.name(), document.type(), document.pages(), paragraphs, unread);
    }

    private void add(int page, ParagraphSink sink) throws IOException {
        List<Placed> pictured = read.getOrDefault(page, List.of());
        for (Placed paragraph : pictured) {
            sink.add(page, paragraph.text(), paragraph.box());
        }
        if (pictured.isEmpty()) {
            for (Paragraph paragraph : document.paragraphs()) {
                if (Integer.valueOf(page).equals(paragraph.page())) {
                    sink.add(page, paragraph.text());
                }
            }
        }
    }
}
