/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the messages of a request. Belongs to one thread. */
final class MessageReader {

    private static final String CONTENT = "content";
    private static final String BETWEEN_PARTS = "\n";

    private final FileParts fileParts;

    MessageReader(RequestBody body) {
        this.fileParts = new FileParts(body);
    }

    List<Message> read(Fields request) {
        return request.objects("messages").stream().map(this::message).toList();
    }

    private Message message(Fields message) {
        Message.Role role = role(message);
        for (String ofTools : List.of("tool_calls", "function_call")) {
            message.find(ofTools).filter(value -> !value.isEmpty()).ifPresent(_ -> {
                throw Fault.unsupported(message.wayTo(ofTools));
            });
        }
        JsonNode content = message.need(CONTENT);
        if (content.isTextual()) {
            return new Message(role, words(content.textValue(), message.wayTo(CONTENT)), List.of());
        }
        return ofParts(role, message.objects(CONTENT));
    }

    private static Message.Role role(Fields message) {
        return switch (message.needText("role")) {
            case "system", "developer" -> Message.Role.SYSTEM;
            case "user" -> Message.Role.USER;
            case "assistant" -> Message.Role.ASSISTANT;
            default -> throw Fault.unsupportedValue(message.wayTo("role"), "use system, user or assistant");
        };
    }

    private Message ofParts(Message.Role role, List<Fields> parts) {
        List<String> words = new ArrayList<>();
        List<BroughtFile> files = new ArrayList<>();
        for (Fields part : parts) {
            switch (part.needText("type")) {
                case "text" -> words.add(words(part.needText("text"), part.wayTo("text")));
                case "refusal" -> words.add(words(part.needText("refusal"), part.wayTo("refusal")));
                case "image_url" -> files.add(fileParts.image(part));
                case "input_audio" -> files.add(fileParts.audio(part));
                case "file" -> files.add(fileParts.file(part));
                default -> throw Fault.unsupportedValue(part.wayTo("type"), "use text, image_url, input_audio or file");
            }
        }
        if (role != Message.Role.USER && !files.isEmpty()) {
            throw Fault.unsupportedValue(files.getFirst().param(), "files come with messages of the user");
        }
        return new Message(role, String.join(BETWEEN_PARTS, words), files);
    }

    /** @throws ProblemException where they are so long that they were set aside */
    static String words(String text, String param) {
        if (RequestBody.isSetAside(text)) {
            throw new ProblemException(
                    Limit.QUESTION_CHARACTERS.problem(),
                    "'" + param + "' is too long",
                    Map.of(Fault.PARAM, param, "limit", Long.toString(Limit.QUESTION_CHARACTERS.value())));
        }
        return text;
    }
}
