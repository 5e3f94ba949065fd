/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.ChatOptions;
import com.noragentia.helios.protocol.task.ChatTurn;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Messages as one question of ours: what the system says, the turns before, the last words of the user, and the files of the last message that brings any.
 * Of pictures and recordings, nobody remembers the turns before.
 *
 * @param turnsLeftOut the oldest ones, which are more than a question may have
 */
record Conversation(
        @Nullable String system, List<ChatTurn> history, String question, List<BroughtFile> files, int turnsLeftOut) {

    private static final String MESSAGES = "messages";
    private static final String BETWEEN = "\n\n";

    static Conversation of(List<Message> messages) {
        String system = messages.stream()
                .filter(message -> message.role() == Message.Role.SYSTEM)
                .map(Message::words)
                .collect(Collectors.joining(BETWEEN));
        if (Limit.SYSTEM_CHARACTERS.isPassedBy(system.length())) {
            throw Fault.invalid(
                    MESSAGES,
                    "of at most " + Limit.SYSTEM_CHARACTERS.value() + " characters, as far as the system says them");
        }
        List<ChatTurn> turns = turns(messages);
        if (turns.isEmpty() || turns.getLast().role() != ChatTurn.Role.MEMBER) {
            throw Fault.invalid(MESSAGES, "such that the user has the last word");
        }
        List<ChatTurn> before = turns.subList(0, turns.size() - 1);
        int leftOut = (int) Math.max(0, before.size() - Limit.HISTORY_TURNS.value());
        return new Conversation(
                system.isEmpty() ? null : system,
                List.copyOf(before.subList(leftOut, before.size())),
                turns.getLast().text(),
                files(messages),
                leftOut);
    }

    /** Each speaker in turn, as models are taught: several messages of one in a row are one. */
    private static List<ChatTurn> turns(List<Message> messages) {
        List<ChatTurn> turns = new ArrayList<>();
        for (Message message : messages) {
            Optional<ChatTurn.Role> role = role(message.role());
            if (role.isEmpty()) {
                continue;
            }
            boolean goesOn = !turns.isEmpty() && turns.getLast().role() == role.get();
            String words = goesOn ? turns.removeLast().text() + BETWEEN + message.words() : message.words();
            turns.add(new ChatTurn(role.get(), words));
        }
        return turns;
    }

    private static Optional<ChatTurn.Role> role(Message.Role role) {
        return switch (role) {
            case SYSTEM -> Optional.empty();
            case USER -> Optional.of(ChatTurn.Role.MEMBER);
            case ASSISTANT -> Optional.of(ChatTurn.Role.ASSISTANT);
        };
    }

    private static List<BroughtFile> files(List<Message> messages) {
        return messages.reversed().stream()
                .map(Message::files)
                .filter(files -> !files.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Who is asked: whoever reads the files. */
    Expert expert() {
        List<Expert> readers =
                files.stream().map(file -> file.type().expert()).distinct().toList();
        if (readers.size() > 1) {
            throw new ProblemException(
                    ProblemCode.REQUEST_INVALID,
                    "documents, pictures and recordings are asked about one kind at a time",
                    Map.of(Fault.PARAM, MESSAGES));
        }
        return readers.isEmpty() ? Expert.CHAT : readers.getFirst();
    }

    /** @param attachments the files as the network stored them */
    TaskInput input(Language language, List<Attachment> attachments, ChatOptions options) {
        return switch (expert()) {
            case IMAGE -> new TaskInput.Image(language, question, attachments);
            case AUDIO -> new TaskInput.Audio(language, question, attachments);
            case DOCUMENT ->
                question.isBlank()
                        ? new TaskInput.Document(language, "", TaskInput.DocumentGoal.SUMMARY, attachments)
                        : new TaskInput.Chat(language, question, history, attachments, options);
            case CHAT, EMBEDDING, DESCRIPTION, OBJECTS ->
                new TaskInput.Chat(language, question, history, attachments, options);
        };
    }
}
