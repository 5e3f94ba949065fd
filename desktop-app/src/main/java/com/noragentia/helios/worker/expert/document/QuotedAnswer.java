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

    /**
     * Less, and the best quote is as often beside the question as not: of the questions of the tests, one right answer in seven, and most of what was
     * said to questions about anything else.
     */
    private static final double SURE = 0.35;

    /**
     * What is quoted.
     *
     * @param sources best first, or of a summary as they stand in the text
     * @param isUnsure whether it may not answer the question
     */
    public record Choice(List<Source> sources, boolean isUnsure) {

        public Choice {
            sources = List.copyOf(sources);
        }

        /** Nobody asked for anything that it could miss. */
        public static Choice of(List<Source> sources) {
            return new Choice(sources, false);
        }
    }

    /** The best quote, and up to two more that are nearly as good, best first. */
    public static Choice best(List<Quote> ranked) {
        List<Source> sources = ranked.stream()
                .filter(quote ->
                        quote.relevance() >= NEARLY_AS_GOOD * ranked.getFirst().relevance())
                .map(Quote::source)
                .limit(QUOTES)
                .toList();
        return new Choice(sources, !ranked.isEmpty() && ranked.getFirst().relevance() < SURE);
    }

    /**
     * Streams what was chosen, at least one quote, a piece each, and what is to be said of pages that are pictures.
     *
     * @param unread pages that are pictures and were not read
     */
    public static QuotedAnswer stream(Choice choice, List<UnreadPages> unread, Language language, AnswerStream stream) {
        Phrases phrases = Phrases.beside(QuotedAnswer.class, "document", language);
        List<Source> sources = choice.sources();
        StringBuilder text = new StringBuilder();
        if (choice.isUnsure()) {
            text.append(phrases.say("quote.unsure"));
            stream.piece(text.toString());
        }
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
        return new QuotedAnswer(text.toString(), sources);
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
