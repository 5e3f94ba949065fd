/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.ChatTurn;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import java.util.List;

/** Turns a question into what its expert is asked to do. */
final class InputShaper {

    private InputShaper() {}

    /** @param attachments the question's files as the network stored them */
    static TaskInput shape(Question question, List<ChatTurn> history, List<Attachment> attachments) {
        String words = question.text();
        return switch (question.expert()) {
            case DOCUMENT -> new TaskInput.Document(question.language(), words, goalOf(words), attachments);
            case IMAGE, DESCRIPTION, OBJECTS -> new TaskInput.Image(question.language(), words, attachments);
            case AUDIO -> new TaskInput.Audio(question.language(), words, attachments);
            case CHAT, EMBEDDING -> new TaskInput.Chat(question.language(), words, history, attachments);
        };
    }

    /** Who gives a document and asks nothing wants to know what is in it. */
    private static DocumentGoal goalOf(String words) {
        return words.isBlank() ? DocumentGoal.SUMMARY : DocumentGoal.ANSWER;
    }
}
