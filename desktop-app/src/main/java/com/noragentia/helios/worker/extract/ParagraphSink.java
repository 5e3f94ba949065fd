/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.TextLine.Box;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes paragraphs as they are found: cleans, numbers and counts them, passes over blank ones. Not thread-safe. */
final class ParagraphSink {

    /** Where the numbered paragraphs go. */
    interface Target {
        void take(Paragraph paragraph) throws IOException;
    }

    private final Target target;
    private int paragraphs;
    private long characters;
    private final List<Integer> pictured = new ArrayList<>();

    ParagraphSink(Target target) {
        this.target = target;
    }

    /** @throws ProblemException if the text so far is over {@link Limit#DOCUMENT_CHARACTERS} */
    void add(@Nullable Integer page, String text) throws IOException {
        add(page, text, null);
    }

    /**
     * As {@link #add(Integer, String)}, for what was read from a picture.
     *
     * @param box where it stands on the page; null for text of the file
     */
    void add(@Nullable Integer page, String text, @Nullable Box box) throws IOException {
        String clean = CleanText.of(text);
        if (clean.isEmpty()) {
            return;
        }
        characters += clean.length();
        require(Limit.DOCUMENT_CHARACTERS, characters);
        paragraphs++;
        target.take(new Paragraph(page, paragraphs, clean, box));
    }

    /** Notes a page whose text stands in pictures. */
    void pictured(int page) {
        pictured.add(page);
    }

    /** The pages whose text stands in pictures. */
    List<Integer> pictured() {
        return List.copyOf(pictured);
    }

    /** As many pages as the text so far would fill, at least one. */
    int pagesFilled() {
        return (int) Math.max(1, Math.ceilDiv(characters, ExtractedDocument.CHARACTERS_PER_PAGE));
    }

    static void require(Limit limit, long actual) {
        if (limit.isPassedBy(actual)) {
            throw new ProblemException(limit.problem(), "over " + limit + ": " + actual);
        }
    }
}
