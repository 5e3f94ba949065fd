/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.language.ClockTime;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.worker.expert.AnswerStream;
import java.util.List;
import java.util.Objects;

/**
 * An answer made of quotes: each in quotation marks with its file and page, one a line.
 *
 * @param text what was streamed, whole
 * @param sources the quotes
 */
public record QuotedAnswer(String text, List<Source> sources) {

    private static final int QUOTES = 3;
    /** A further quote is at least so good, measured by the best. */
    private static final double NEARLY_AS_GOOD = 0.8;

    /** The best quote, and up to two more that are nearly as good, best first. */
    public static List<Source> best(List<Quote> ranked) {
        return ranked.stream()
                .filter(quote ->
                        quote.relevance() >= NEARLY_AS_GOOD * ranked.getFirst().relevance())
                .map(Quote::source)
                .limit(QUOTES)
                .toList();
    }

    /**
     * Streams {@code sources}, at least one, a piece each, and what is to be said of pages that are pictures.
     *
     * @param unread pages that are pictures and were not read
     */
    public static QuotedAnswer stream(
            List<Source> sources, List<UnreadPages> unread, Language language, AnswerStream stream) {
        Phrases phrases = Phrases.beside(QuotedAnswer.class, "document", language);
        StringBuilder text = new StringBuilder();
        for (Source source : sources) {
            String piece = (text.isEmpty() ? "" : "\n") + line(source, phrases);
            stream.piece(piece);
            text.append(piece);
        }
        String notes = PageNotes.below(sources, unread, language);
        if (!notes.isEmpty()) {
            stream.piece(notes);
            text.append(notes);
        }
        return new QuotedAnswer(text.toString(), List.copyOf(sources));
    }

    /** One quote as it is told. */
    static String line(Source source, Phrases phrases) {
        if (source.startMillis() != null) {
            return phrases.say("quote.time", source.quote(), source.file(), ClockTime.of(source.startMillis()));
        }
        return source.page() != null
                ? phrases.say(
                        "quote.page",
                        source.quote(),
                        source.file(),
                        source.page().toString())
                : phrases.say("quote.paragraph", source.quote(), source.file(), Objects.toString(source.paragraph()));
    }
}
