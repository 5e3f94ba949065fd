/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TextLine.Box;
import com.noragentia.helios.worker.extract.Paragraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A few sentences that stand together in a file, never across pages.
 *
 * @param file the attachment's name
 * @param page 1-based page, or null where the format has none
 * @param paragraph 1-based paragraph, or null where a page is known
 * @param language what it is written in
 * @param heading the heading it stands under; empty where none is known
 * @param sentences at least one, as the file has them
 * @param box if it was read from a picture of the page: where its paragraph stands there, in points; null otherwise
 */
public record Passage(
        String file,
        @Nullable Integer page,
        @Nullable Integer paragraph,
        Language language,
        String heading,
        List<String> sentences,
        @Nullable Box box) {

    public Passage {
        sentences = List.copyOf(sentences);
    }

    /** One that the file has as text. */
    public Passage(
            String file,
            @Nullable Integer page,
            @Nullable Integer paragraph,
            Language language,
            String heading,
            List<String> sentences) {
        this(file, page, paragraph, language, heading, sentences, null);
    }

    /** The text of one page, a picture's for instance, as passages. */
    public static List<Passage> ofText(String file, @Nullable Integer page, String text, Language language) {
        return new PassageCutter(file, language).cut(new Paragraph(page, 1, text), null, "");
    }

    /** What it says, under its heading: what is compared with a question. */
    public String text() {
        return (heading.isEmpty() ? "" : heading + ". ") + String.join(" ", sentences);
    }

    /** One of its sentences, and where it stands. */
    public Source quoting(String sentence) {
        return new Source(file, page, paragraph, sentence, null, box);
    }
}
