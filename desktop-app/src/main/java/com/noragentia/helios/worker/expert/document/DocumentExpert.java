/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.TaskFiles;
import com.noragentia.helios.worker.extract.DocumentText;
import com.noragentia.helios.worker.runtime.SentenceEncoder;
import java.util.List;

/**
 * Answers questions about documents, and about what was heard in recordings, with their own sentences, and summarises them the same way. Owns neither
 * encoder nor extractor.
 */
public final class DocumentExpert implements LoadedModel {

    private final ModelManifest manifest;
    private final DocumentReader reader;
    private final QuoteFinder quotes;
    private final Summary summary;
    private final SummaryParts parts;
    private final SpokenAnswer spoken;

    public DocumentExpert(
            ModelManifest manifest, SentenceEncoder encoder, LanguageDetector languages, DocumentText texts) {
        this.manifest = manifest;
        reader = new DocumentReader(texts, languages);
        quotes = new QuoteFinder(encoder, languages);
        summary = new Summary(encoder);
        parts = new SummaryParts(new JointSummary(encoder), languages);
        spoken = new SpokenAnswer(quotes, summary, languages);
    }

    @Override
    public ModelManifest manifest() {
        return manifest;
    }

    @Override
    public Answer answer(TaskInput input, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        if (input instanceof TaskInput.Document task) {
            return answer(task, files, stream);
        }
        if (input instanceof TaskInput.Combine task && isOfRecordings(task)) {
            SpokenAnswer.Said said = spoken.answer(task, progress(stream), stream);
            return new Answer(said.output(), new Usage(0, said.pieces(), 0, 0, 0));
        }
        if (input instanceof TaskInput.Combine task) {
            List<Source> found = parts.combine(task, progress(stream));
            TaskOutput.Document output =
                    quoted(task.language(), task.parts().size(), QuotedAnswer.Choice.of(found), List.of(), stream);
            return new Answer(output, usage(found, 0));
        }
        throw ModelFailure.ofTask("the document expert has no answer to " + input.expert());
    }

    private static boolean isOfRecordings(TaskInput.Combine task) {
        return task.parts().stream().anyMatch(part -> part.output() instanceof TaskOutput.Audio);
    }

    private Answer answer(TaskInput.Document task, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        if (task.attachments().isEmpty()) {
            throw new ProblemException(ProblemCode.ATTACHMENT_MISSING, "a question about documents needs one");
        }
        DocumentReader.Reading reading = reader.read(task.attachments(), files, task.language(), task.share(), stream);
        SearchProgress searching = progress(stream);
        boolean wantsSummary =
                task.goal() == DocumentGoal.SUMMARY || task.question().isBlank();
        QuotedAnswer.Choice found = wantsSummary
                ? QuotedAnswer.Choice.of(summary.of(reading.passages(), searching))
                : QuotedAnswer.best(quotes.find(task.question(), task.language(), reading.passages(), searching));
        TaskOutput.Document output =
                quoted(task.language(), task.attachments().size(), found, reading.unread(), stream);
        return new Answer(output, usage(found.sources(), reading.pages()));
    }

    /**
     * The sentences on which the summaries of parts rest, one a passage.
     *
     * @throws ProblemException if a part is no summary of a document
     */
    public List<Passage> sentences(TaskInput.Combine task) {
        return parts.documents(task).stream().flatMap(List::stream).toList();
    }

    private static SearchProgress progress(AnswerStream stream) {
        return (done, total) -> stream.working(Phase.SEARCHING, done, total);
    }

    private static Usage usage(List<Source> found, long pages) {
        return new Usage(0, Math.max(1, found.size()), pages, 0, 0);
    }

    /**
     * Quotes what was found in so many files, or says that nothing was.
     *
     * @param unread pages that are pictures and were not read
     */
    public static TaskOutput.Document quoted(
            Language language, int files, QuotedAnswer.Choice found, List<UnreadPages> unread, AnswerStream stream) {
        if (found.sources().isEmpty()) {
            String nothing =
                    Phrases.beside(DocumentExpert.class, "document", language).say("nothing.relevant", files)
                            + PageNotes.below(List.of(), unread, language);
            stream.piece(nothing);
            return new TaskOutput.Document(nothing, List.of(), AnswerOrigin.NONE);
        }
        QuotedAnswer quoted = QuotedAnswer.stream(found, unread, language, stream);
        return new TaskOutput.Document(quoted.text(), quoted.sources(), AnswerOrigin.QUOTED);
    }

    @Override
    public void close() {
        // What it uses belongs to others.
    }
}
