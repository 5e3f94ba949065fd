/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.util.List;

/**
 * Answers questions about recordings from what others wrote down of them, with the time at which it is said. Who asks what is said gets all of it,
 * and so does who asks what nobody said. Thread-safe.
 */
record SpokenAnswer(QuoteFinder quotes, Summary summary, LanguageDetector languages) {

    private static final String BETWEEN = "\n";

    /** What was streamed, and how many pieces of it. */
    record Said(TaskOutput.Document output, int pieces) {}

    Said answer(TaskInput.Combine task, SearchProgress progress, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        SpokenParts spoken = SpokenParts.of(task, languages);
        Phrases phrases = Phrases.beside(SpokenAnswer.class, "document", task.language());
        Telling telling = new Telling(stream);
        QuotedAnswer.Choice choice = found(task.question(), task.language(), spoken, progress);
        List<Source> sources = choice.sources();
        AnswerOrigin origin = AnswerOrigin.QUOTED;
        if (spoken.passages().isEmpty()) {
            origin = AnswerOrigin.NONE;
            telling.say(phrases.say("nobody.speaks"));
        } else if (!sources.isEmpty()) {
            if (choice.isUnsure()) {
                telling.say(phrases.say("quote.unsure"));
            }
            sources.forEach(source -> telling.say(QuotedAnswer.line(source, phrases)));
        } else {
            if (!RecordingWish.ofTranscript(task.question())) {
                origin = AnswerOrigin.NONE;
                telling.say(phrases.say("nothing.said"));
            }
            spoken.lines().forEach(telling::say);
        }
        if (spoken.isDemonstration()) {
            telling.say(phrases.say("heard.by.demonstration"));
        }
        if (!spoken.broken().isEmpty()) {
            telling.say(phrases.say("heard.until", String.join(", ", spoken.broken())));
        }
        return new Said(new TaskOutput.Document(telling.text(), sources, origin), telling.pieces());
    }

    /** None where all that is said is wanted, or nothing answers. */
    private QuotedAnswer.Choice found(String question, Language language, SpokenParts spoken, SearchProgress progress)
            throws ModelFailure, InterruptedException {
        if (RecordingWish.ofTranscript(question) || spoken.passages().isEmpty()) {
            return QuotedAnswer.Choice.of(List.of());
        }
        QuotedAnswer.Choice places = RecordingWish.ofSummary(question)
                ? QuotedAnswer.Choice.of(summary.of(spoken.passages(), progress))
                : QuotedAnswer.best(quotes.find(question, language, spoken.passages(), progress));
        List<Source> timed = places.sources().stream().map(spoken::timed).toList();
        return new QuotedAnswer.Choice(timed, places.isUnsure());
    }

    /** Lines as they are streamed. */
    private static final class Telling {

        private final AnswerStream stream;
        private final StringBuilder text = new StringBuilder();
        private int pieces;

        Telling(AnswerStream stream) {
            this.stream = stream;
        }

        void say(String line) {
            String piece = text.isEmpty() ? line : BETWEEN + line;
            text.append(piece);
            stream.piece(piece);
            pieces++;
        }

        String text() {
            return text.toString();
        }

        int pieces() {
            return pieces;
        }
    }
}
