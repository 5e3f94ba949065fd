/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.reading;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.SummaryWish;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.ModelTask;
import com.noragentia.helios.worker.expert.TaskFiles;
import com.noragentia.helios.worker.expert.document.DocumentExpert;
import com.noragentia.helios.worker.expert.document.DocumentReader;
import com.noragentia.helios.worker.expert.document.LanguageDetector;
import com.noragentia.helios.worker.expert.document.QuoteFinder;
import com.noragentia.helios.worker.expert.document.Summary;
import com.noragentia.helios.worker.expert.writing.Author;
import com.noragentia.helios.worker.expert.writing.ChatExpert;
import com.noragentia.helios.worker.extract.DocumentText;
import com.noragentia.helios.worker.runtime.SentenceEncoder;

/** A language model that also reads documents: chat and document expert in one. Owns the chat expert. Thread-safe. */
public final class ReaderModel implements LoadedModel {

    private final ChatExpert chat;
    private final DocumentExpert quotes;
    private final ReadingExpert reading;

    public ReaderModel(
            ChatExpert chat, Author author, SentenceEncoder encoder, LanguageDetector languages, DocumentText texts) {
        this.chat = chat;
        this.quotes = new DocumentExpert(chat.manifest(), encoder, languages, texts);
        this.reading = new ReadingExpert(
                author,
                new DocumentReader(texts, languages),
                new QuoteFinder(encoder, languages),
                new Summary(encoder),
                quotes,
                chat.manifest().traits().demonstration());
    }

    @Override
    public ModelManifest manifest() {
        return chat.manifest();
    }

    @Override
    public int atOnce() {
        return chat.atOnce();
    }

    @Override
    public Answer answer(TaskInput input, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        return answer(ModelTask.of(input), files, stream);
    }

    @Override
    public Answer answer(ModelTask task, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        return switch (task.input()) {
            case TaskInput.Chat talk -> talk(task, talk, files, stream);
            case TaskInput.Document document -> reading.answer(document, files, stream);
            case TaskInput.Combine combine ->
                areSummaries(combine) ? reading.combined(combine, stream) : quotes.answer(combine, files, stream);
            case TaskInput.Image image -> throw unfit(image);
            case TaskInput.Audio audio -> throw unfit(audio);
            case TaskInput.Embedding embedding -> throw unfit(embedding);
        };
    }

    private static boolean areSummaries(TaskInput.Combine combine) {
        return combine.question().isBlank()
                && combine.parts().stream().allMatch(part -> part.output() instanceof TaskOutput.Document);
    }

    /** What is said with files is asked of them; earlier turns have no say in what they hold. */
    private Answer talk(ModelTask task, TaskInput.Chat talk, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        if (talk.attachments().isEmpty()) {
            return chat.answer(task, files, stream);
        }
        DocumentGoal goal = SummaryWish.isIn(talk.question()) ? DocumentGoal.SUMMARY : DocumentGoal.ANSWER;
        Answer answer = reading.answer(
                new TaskInput.Document(talk.language(), talk.question(), goal, talk.attachments()), files, stream);
        if (!(answer.output() instanceof TaskOutput.Document output)) {
            throw new IllegalStateException("an answer about documents is one");
        }
        return new Answer(
                new TaskOutput.Chat(output.text(), output.sources(), output.origin(), output.written()),
                answer.usage());
    }

    private ModelFailure unfit(TaskInput input) {
        return new ModelFailure(manifest().id() + " has no answer to " + input.expert());
    }

    @Override
    public void close() {
        quotes.close();
        chat.close();
    }
}
