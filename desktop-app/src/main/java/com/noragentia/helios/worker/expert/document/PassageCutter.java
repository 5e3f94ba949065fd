/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.extract.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a document into passages. A short paragraph that ends like no sentence is the heading of what follows it; with a number before it, it may be
 * one of a list, and is a passage where no text follows.
 */
final class PassageCutter {

    private static final int SENTENCES = 3;
    private static final int CHARACTERS = 600;
    private static final int HEADING_CHARACTERS = 80;

    private final String file;
    private final Language language;

    PassageCutter(String file, Language language) {
        this.file = file;
        this.language = language;
    }

    List<Passage> cut(List<Paragraph> paragraphs) {
        List<Passage> passages = new ArrayList<>();
        String heading = "";
        @Nullable Paragraph pending = null;
        for (Paragraph paragraph : paragraphs) {
            if (isHeading(paragraph.text())) {
                passages.addAll(unlessHeading(pending));
                pending = paragraph;
                heading = paragraph.text();
                continue;
            }
            passages.addAll(cut(paragraph, placeOf(paragraph), heading));
            pending = null;
        }
        if (pending != null) {
            passages.addAll(cut(pending, placeOf(pending), ""));
        }
        return passages;
    }

    List<Passage> cut(Paragraph paragraph, @Nullable Integer place, String heading) {
        List<Passage> passages = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        int characters = 0;
        for (String sentence : SentenceSplitter.split(paragraph.text(), language)) {
            if (sentences.size() == SENTENCES || characters + sentence.length() > CHARACTERS) {
                flush(passages, paragraph, place, heading, sentences);
                characters = 0;
            }
            sentences.add(sentence);
            characters += sentence.length();
        }
        flush(passages, paragraph, place, heading, sentences);
        return passages;
    }

    private void flush(
            List<Passage> passages,
            Paragraph paragraph,
            @Nullable Integer place,
            String heading,
            List<String> sentences) {
        if (!sentences.isEmpty()) {
            passages.add(new Passage(file, paragraph.page(), place, language, heading, sentences, paragraph.box()));
            sentences.clear();
        }
    }

    private static @Nullable Integer placeOf(Paragraph paragraph) {
        return paragraph.page() == null ? Integer.valueOf(paragraph.number()) : null;
    }

    private List<Passage> unlessHeading(@Nullable Paragraph paragraph) {
        return paragraph != null && ListMark.length(paragraph.text()) > 0
                ? cut(paragraph, placeOf(paragraph), "")
                : List.of();
    }

    private static boolean isHeading(String text) {
        String words = text.substring(ListMark.length(text));
        return text.length() <= HEADING_CHARACTERS
                && !words.matches(".*[.!?:;…|].*")
                && words.codePoints().anyMatch(Character::isLetter);
    }
}
