/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.reading;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.expert.document.Passage;
import com.noragentia.helios.worker.expert.writing.Author;
import java.util.List;
import java.util.Optional;

/**
 * What a model is asked to write of passages.
 *
 * @param language in which it is to write
 * @param question to be answered; empty for a summary
 */
record Brief(Language language, Optional<String> question) {

    static Brief answer(Language language, String question) {
        return new Brief(language, Optional.of(question));
    }

    static Brief summary(Language language) {
        return new Brief(language, Optional.empty());
    }

    /** The order that goes with these passages. The question comes last: nothing that a passage says comes after it. */
    Author.Order order(List<Passage> passages) {
        Phrases phrases = Phrases.beside(Brief.class, "reading", language);
        String sheet = new PassageSheet(passages, language).text();
        return question.map(asked -> new Author.Order(
                        phrases.say("answer.instructions"), sheet + phrases.say("answer.question", asked)))
                .orElseGet(() ->
                        new Author.Order(phrases.say("summary.instructions"), sheet + phrases.say("summary.wish")));
    }
}
