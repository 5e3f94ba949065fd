/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.TaskFiles;
import com.noragentia.helios.worker.expert.document.LanguageDetector;
import com.noragentia.helios.worker.expert.document.PageNotes;
import com.noragentia.helios.worker.expert.document.QuotedAnswer;
import com.noragentia.helios.worker.extract.DocumentText;
import com.noragentia.helios.worker.runtime.SentenceEncoder;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The chat expert where no language model is installed. It looks in the attached files first, then tries its skills in a fixed order, exact
 * ones before likely ones, and else says that it can't answer. Owns neither encoder nor extractor.
 */
public final class RetrievalAssistant implements LoadedModel {

    private final ModelManifest manifest;
    private final LanguageDetector languages;
    private final FileQuotes fileQuotes;
    private final EnglishDictionary dictionary = new EnglishDictionary();
    private final List<Skill> skills;

    public RetrievalAssistant(
            ModelManifest manifest,
            SentenceEncoder encoder,
            LanguageDetector languages,
            DocumentText texts,
            Clock clock) {
        this.manifest = manifest;
        this.languages = languages;
        fileQuotes = new FileQuotes(encoder, languages, texts);
        skills = List.of(new Arithmetic(), new UnitConversion(), new Dates(clock), new HelpDesk(encoder), dictionary);
    }

    @Override
    public ModelManifest manifest() {
        return manifest;
    }

    @Override
    public Answer answer(TaskInput input, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        if (input instanceof TaskInput.Chat chat) {
            return answer(chat, files, stream);
        }
        throw ModelFailure.ofTask("the chat expert has no answer to " + input.expert());
    }

    private Answer answer(TaskInput.Chat chat, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        String question = chat.question().strip();
        Inquiry inquiry = new Inquiry(question, languages.detect(question, chat.language()), chat.language());
        List<Attachment> documents = chat.attachments().stream()
                .filter(attachment -> attachment.type().expert() == Expert.DOCUMENT)
                .toList();
        FileQuotes.Found found = documents.isEmpty()
                ? new FileQuotes.Found(QuotedAnswer.Choice.of(List.of()), 0, List.of())
                : fileQuotes.find(inquiry, documents, files, stream);
        if (!found.choice().sources().isEmpty()) {
            return quoted(found, inquiry, stream);
        }
        stream.working(Phase.SEARCHING, 0, 0);
        Reply reply = skilled(inquiry).orElseGet(() -> unable(chat, documents, inquiry));
        String text = reply.text() + PageNotes.below(List.of(), found.unread(), inquiry.wanted());
        stream.piece(text);
        return new Answer(new TaskOutput.Chat(text, List.of(), reply.origin()), usage(1, found.pages()));
    }

    private static Answer quoted(FileQuotes.Found found, Inquiry inquiry, AnswerStream stream) {
        QuotedAnswer answer = QuotedAnswer.stream(found.choice(), found.unread(), inquiry.wanted(), stream);
        return new Answer(
                new TaskOutput.Chat(answer.text(), answer.sources(), AnswerOrigin.QUOTED),
                usage(found.choice().sources().size(), found.pages()));
    }

    private Optional<Reply> skilled(Inquiry inquiry) throws ModelFailure, InterruptedException {
        for (Skill skill : skills) {
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled between two skills");
            }
            Optional<Reply> reply = skill.reply(inquiry);
            if (reply.isPresent()) {
                return reply;
            }
        }
        return Optional.empty();
    }

    private static Reply unable(TaskInput.Chat chat, List<Attachment> documents, Inquiry inquiry) {
        Phrases phrases = Phrases.beside(RetrievalAssistant.class, "chat", inquiry.wanted());
        String text;
        if (!documents.isEmpty()) {
            text = phrases.say("files.nothing", documents.size());
        } else if (!chat.attachments().isEmpty()) {
            text = phrases.say("files.other");
        } else {
            text = phrases.say("none");
        }
        return new Reply(text, AnswerOrigin.NONE);
    }

    private static Usage usage(long pieces, long pages) {
        return new Usage(0, pieces, pages, 0, 0);
    }

    @Override
    public void close() {
        dictionary.close();
    }
}
