/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.ChatTurn;
import com.noragentia.helios.protocol.task.Share;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the words of a question must be like. Pure. */
final class QuestionRules {

    private QuestionRules() {}

    static void check(TaskInput input) {
        requireLength(input.question());
        switch (input) {
            case TaskInput.Chat chat -> {
                requireWords(chat.question());
                requireHistory(chat.history());
                OptionRules.check(chat.options());
            }
            case TaskInput.Document document -> {
                requireWhole(document.share());
                if (document.goal() == TaskInput.DocumentGoal.ANSWER) {
                    requireWords(document.question());
                }
            }
            case TaskInput.Image image -> { // reading it out needs no question
                requireWhole(image.part());
                if (image.sight() != null) {
                    throw planned();
                }
            }
            case TaskInput.Audio audio -> {
                requireWhole(audio.part());
                requireWhole(audio.share());
            }
            case TaskInput.Combine _ -> throw planned();
            case TaskInput.Embedding embedding -> requireTexts(embedding.texts());
        }
    }

    static void checkConversation(@Nullable String conversation) {
        if (conversation != null
                && (conversation.isBlank() || Limit.CONVERSATION_CHARACTERS.isPassedBy(conversation.length()))) {
            throw passed(Limit.CONVERSATION_CHARACTERS, "a conversation's name is 1 to 64 characters");
        }
    }

    private static void requireWhole(TaskInput.@Nullable Part part) {
        if (part != null) {
            throw planned();
        }
    }

    private static void requireWhole(@Nullable Share share) {
        if (share != null) {
            throw planned();
        }
    }

    private static ProblemException planned() {
        return new ProblemException(ProblemCode.REQUEST_INVALID, "the parts of a job are planned by the network");
    }

    private static void requireLength(String question) {
        if (Limit.QUESTION_CHARACTERS.isPassedBy(question.length())) {
            throw passed(Limit.QUESTION_CHARACTERS, "the question is too long");
        }
    }

    private static void requireWords(String question) {
        if (question.isBlank()) {
            throw new ProblemException(ProblemCode.QUESTION_EMPTY, "the question has no words");
        }
    }

    private static void requireHistory(List<ChatTurn> history) {
        if (Limit.HISTORY_TURNS.isPassedBy(history.size())) {
            throw passed(Limit.HISTORY_TURNS, "the conversation has too many turns");
        }
    }

    private static void requireTexts(List<String> texts) {
        if (texts.isEmpty()) {
            throw new ProblemException(ProblemCode.QUESTION_EMPTY, "there is no text to embed");
        }
        if (Limit.EMBEDDING_TEXTS.isPassedBy(texts.size())) {
            throw passed(Limit.EMBEDDING_TEXTS, "too many texts at once");
        }
        texts.forEach(QuestionRules::requireLength);
        texts.forEach(QuestionRules::requireWords);
    }

    static ProblemException passed(Limit limit, String detail) {
        return new ProblemException(limit.problem(), detail, Map.of("limit", Long.toString(limit.value())));
    }
}
