/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.reading;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.protocol.task.Written;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.TaskFiles;
import com.noragentia.helios.worker.expert.citation.CitationCheck;
import com.noragentia.helios.worker.expert.citation.CitedText;
import com.noragentia.helios.worker.expert.document.DocumentExpert;
import com.noragentia.helios.worker.expert.document.DocumentReader;
import com.noragentia.helios.worker.expert.document.PageNotes;
import com.noragentia.helios.worker.expert.document.Passage;
import com.noragentia.helios.worker.expert.document.QuoteFinder;
import com.noragentia.helios.worker.expert.document.QuotedAnswer;
import com.noragentia.helios.worker.expert.document.SearchProgress;
import com.noragentia.helios.worker.expert.document.Summary;
import com.noragentia.helios.worker.expert.document.UnreadPages;
import com.noragentia.helios.worker.expert.writing.Author;
import java.nio.file.Path;
import java.util.List;

/**
 * The document expert on a language model. It reads the passages that bear on a question, or all of a document sheet by sheet, and of what it writes
 * the sentences are shown that the passages bear out. Where nothing of it holds, the answer is what the expert without a language model gives, and is
 * labelled so. Thread-safe.
 */
final class ReadingExpert {

    /** Passages that an answer may rest on: more of them only distract a small model. */
    private static final int PASSAGES = 24;

    private final DocumentReader reader;
    private final QuoteFinder quotes;
    private final Summary central;
    private final DocumentExpert parts;
    private final ReadingRoom room;
    private final CitedWriting writing;
    private final Digest digest;
    private final boolean isDemonstration;

    /**
     * An expert.
     *
     * @param parts puts together what the model cannot
     * @param isDemonstration whether the model only shows that things work
     */
    ReadingExpert(
            Author author,
            DocumentReader reader,
            QuoteFinder quotes,
            Summary central,
            DocumentExpert parts,
            boolean isDemonstration) {
        this.reader = reader;
        this.quotes = quotes;
        this.central = central;
        this.parts = parts;
        this.room = new ReadingRoom(author);
        this.writing = new CitedWriting(author, room, new CitationCheck());
        this.digest = new Digest(room, writing, central);
        this.isDemonstration = isDemonstration;
    }

    /** What is answered where nothing of what the model writes holds. */
    private interface Quoting {
        TaskOutput.Document quote() throws ModelFailure, InterruptedException;
    }

    /** What an answer has beside what the model makes of its sheet. */
    private record Rest(long pages, List<UnreadPages> unread, Quoting quoting) {}

    /** Tokens that were read and written on the way to an answer. */
    private record Spent(long read, long written) {}

    /** Answers a question about documents, or sums them up. */
    Answer answer(TaskInput.Document task, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        if (task.attachments().isEmpty()) {
            throw new ProblemException(ProblemCode.ATTACHMENT_MISSING, "a question about documents needs one");
        }
        DocumentReader.Reading reading = reader.read(task.attachments(), files, task.language(), task.share(), stream);
        boolean wantsSummary =
                task.goal() == DocumentGoal.SUMMARY || task.question().isBlank();
        return wantsSummary ? summary(task, reading, stream) : answered(task, reading, stream);
    }

    private Answer summary(TaskInput.Document task, DocumentReader.Reading reading, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        Quoting quoting = () -> DocumentExpert.quoted(
                task.language(),
                task.attachments().size(),
                QuotedAnswer.Choice.of(central.of(reading.passages(), searching(stream))),
                reading.unread(),
                stream);
        Rest rest = new Rest(reading.pages(), reading.unread(), quoting);
        return summary(reading.passages(), task.language(), rest, stream);
    }

    /** Makes one summary of what the parts of a job came to: of the sentences on which they rest. */
    Answer combined(TaskInput.Combine task, AnswerStream stream) throws ModelFailure, InterruptedException {
        Quoting quoting = () -> (TaskOutput.Document)
                parts.answer(task, file -> Path.of(""), stream).output();
        return summary(parts.sentences(task), task.language(), new Rest(0, List.of(), quoting), stream);
    }

    private Answer summary(List<Passage> passages, Language language, Rest rest, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        Brief brief = Brief.summary(language);
        Digest.Reduced reduced = digest.of(passages, brief, stream);
        Spent spent = new Spent(reduced.promptTokens(), reduced.writtenTokens());
        return conclude(brief, reduced.sheet(), spent, rest, stream);
    }

    private Answer answered(TaskInput.Document task, DocumentReader.Reading reading, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        QuoteFinder.Found found =
                quotes.search(task.question(), task.language(), reading.passages(), searching(stream));
        Brief brief = Brief.answer(task.language(), task.question());
        List<Passage> likeliest =
                room.fitting(brief, found.passages().stream().limit(PASSAGES).toList());
        List<Passage> inOrder = reading.passages().stream()
                .filter(likeliest::contains)
                .distinct()
                .toList();
        Quoting quoting = () -> DocumentExpert.quoted(
                task.language(),
                task.attachments().size(),
                QuotedAnswer.best(found.quotes()),
                reading.unread(),
                stream);
        return conclude(brief, inOrder, new Spent(0, 0), new Rest(reading.pages(), reading.unread(), quoting), stream);
    }

    private Answer conclude(Brief brief, List<Passage> sheet, Spent before, Rest rest, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        Spent spent = before;
        if (!sheet.isEmpty()) {
            CitedWriting.Written written = writing.write(brief, sheet, stream, stream::piece);
            spent = new Spent(
                    before.read() + written.draft().promptTokens(),
                    before.written() + written.draft().writtenTokens());
            if (!written.text().text().isBlank()) {
                return new Answer(
                        output(written, rest, brief.language(), stream),
                        new Usage(spent.read(), spent.written(), rest.pages(), 0, 0, 0L));
            }
        }
        TaskOutput.Document quoted = rest.quoting().quote();
        long pieces = Math.max(1, quoted.sources().size());
        return new Answer(quoted, new Usage(spent.read(), spent.written() + pieces, rest.pages(), 0, 0, 0L));
    }

    private TaskOutput.Document output(
            CitedWriting.Written written, Rest rest, Language language, AnswerStream stream) {
        CitedText cited = written.text();
        String note = "";
        if (cited.withheld() > 0) {
            note = "\n\n"
                    + Phrases.beside(ReadingExpert.class, "reading", language).say("withheld", cited.withheld());
        }
        note += PageNotes.below(cited.sources(), rest.unread(), language);
        if (!note.isEmpty()) {
            stream.piece(note);
        }
        return new TaskOutput.Document(
                cited.text() + note,
                cited.sources(),
                AnswerOrigin.GENERATED,
                new Written(written.draft().stop(), 0, isDemonstration));
    }

    private static SearchProgress searching(AnswerStream stream) {
        return (done, total) -> stream.working(Phase.SEARCHING, done, total);
    }
}
