/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.network.UploadCandidate;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the command line asks, checked before anything is started or sent. */
record Question(String text, Expert expert, boolean summary, Language language) {

    /**
     * Checks a question and its files.
     *
     * @param wish the expert that the line names, if it does
     * @throws ProblemException what is wrong with it
     */
    static Question of(String words, List<Path> files, Optional<Expert> wish, boolean summary, Language language) {
        String text = words.strip();
        checkLimit(Limit.QUESTION_CHARACTERS, text.length());
        checkLimit(Limit.ATTACHMENTS_PER_JOB, files.size());
        List<UploadCandidate> candidates =
                files.stream().map(UploadCandidate::of).toList();
        Expert expert = ExpertChoice.of(candidates, wish, summary);
        boolean readsByItself = summary || expert == Expert.IMAGE || expert == Expert.AUDIO;
        if (text.isEmpty() && !readsByItself) {
            throw new ProblemException(ProblemCode.QUESTION_EMPTY, "no question");
        }
        return new Question(text, expert, summary, language);
    }

    private static void checkLimit(Limit limit, long actual) {
        if (limit.isPassedBy(actual)) {
            throw new ProblemException(limit.problem(), "over " + limit, Map.of("limit", Long.toString(limit.value())));
        }
    }

    /** As the network takes it. */
    TaskInput input(List<Attachment> attachments) {
        return switch (expert) {
            case CHAT -> new TaskInput.Chat(language, text, List.of(), attachments);
            case DOCUMENT ->
                new TaskInput.Document(
                        language,
                        text,
                        summary ? TaskInput.DocumentGoal.SUMMARY : TaskInput.DocumentGoal.ANSWER,
                        attachments);
            case IMAGE, DESCRIPTION, OBJECTS -> new TaskInput.Image(language, text, attachments);
            case AUDIO -> new TaskInput.Audio(language, ofRecordings(), attachments);
            case EMBEDDING -> new TaskInput.Embedding(language, List.of(text));
        };
    }

    /** Of a recording, a summary is asked for in words. */
    private String ofRecordings() {
        return summary && text.isEmpty()
                ? Phrases.beside(Question.class, "commands", language).say("ask.summary-of-recording")
                : text;
    }
}
