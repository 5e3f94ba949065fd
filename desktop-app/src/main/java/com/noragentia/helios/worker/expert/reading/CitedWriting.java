/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.reading;

import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.task.StopReason;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.citation.CitationCheck;
import com.noragentia.helios.worker.expert.citation.CitedText;
import com.noragentia.helios.worker.expert.document.Passage;
import com.noragentia.helios.worker.expert.writing.Author;
import java.util.List;
import java.util.function.Consumer;

/** Has a model write of one sheet of passages, and shows what holds. Thread-safe. */
record CitedWriting(Author author, ReadingRoom room, CitationCheck check) {

    /** What was written of it, as far as it holds, and what that took. */
    record Written(CitedText text, Author.Draft draft) {}

    /**
     * Writes.
     *
     * @param sheet passages that fit, at least one
     * @param stream hears that the model reads
     * @param pieces hears what may be shown, sentence by sentence
     */
    Written write(Brief brief, List<Passage> sheet, AnswerStream stream, Consumer<String> pieces)
            throws ModelFailure, InterruptedException {
        CitedText text = new CitedText(sheet, brief.language(), check);
        Author.Draft draft = author.write(brief.order(sheet), room.answerTokens(), new Author.Reader() {
            @Override
            public void reading(int done, int total) {
                stream.working(Phase.READING, done, total);
            }

            @Override
            public boolean words(String words) {
                text.next(words).forEach(pieces);
                return !text.isFull();
            }
        });
        if (draft.stop() != StopReason.LENGTH) { // a sentence that breaks off says what nobody meant
            text.finish().forEach(pieces);
        }
        return new Written(text, draft);
    }
}
