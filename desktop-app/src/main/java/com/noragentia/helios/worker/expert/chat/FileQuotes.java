/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.SummaryWish;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.TaskFiles;
import com.noragentia.helios.worker.expert.document.DocumentReader;
import com.noragentia.helios.worker.expert.document.LanguageDetector;
import com.noragentia.helios.worker.expert.document.QuoteFinder;
import com.noragentia.helios.worker.expert.document.QuotedAnswer;
import com.noragentia.helios.worker.expert.document.SearchProgress;
import com.noragentia.helios.worker.expert.document.Summary;
import com.noragentia.helios.worker.expert.document.UnreadPages;
import com.noragentia.helios.worker.extract.DocumentText;
import com.noragentia.helios.worker.runtime.SentenceEncoder;
import java.util.List;

/** What attached documents say to a message: the best quotes, or the sentences of a summary. Thread-safe. */
final class FileQuotes {

    private final DocumentReader reader;
    private final QuoteFinder quotes;
    private final Summary summary;

    FileQuotes(SentenceEncoder encoder, LanguageDetector languages, DocumentText texts) {
        reader = new DocumentReader(texts, languages);
        quotes = new QuoteFinder(encoder, languages);
        summary = new Summary(encoder);
    }

    /** Quotes, none if nothing is relevant enough, the pages read for them, and those that are pictures and were not. */
    record Found(QuotedAnswer.Choice choice, int pages, List<UnreadPages> unread) {}

    Found find(Inquiry inquiry, List<Attachment> documents, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        DocumentReader.Reading reading = reader.read(documents, files, inquiry.wanted(), stream);
        SearchProgress searching = (done, total) -> stream.working(Phase.SEARCHING, done, total);
        QuotedAnswer.Choice choice = SummaryWish.isIn(inquiry.text())
                ? QuotedAnswer.Choice.of(summary.of(reading.passages(), searching))
                : QuotedAnswer.best(quotes.find(inquiry.text(), inquiry.spoken(), reading.passages(), searching));
        return new Found(choice, reading.pages(), reading.unread());
    }
}
