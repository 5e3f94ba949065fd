/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.writing;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import com.noragentia.helios.worker.runtime.text.ChatTemplate;
import com.noragentia.helios.worker.runtime.text.ChatTemplate.Message;
import com.noragentia.helios.worker.runtime.text.ChatTemplate.Role;
import com.noragentia.helios.worker.runtime.text.TextTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fits a conversation into the room that a model has for it: what it is told before the conversation and the question always stay, of the rest
 * the oldest exchanges go first. Thread-safe.
 */
final class PromptRoom {

    private static final int TURNS_OF_AN_EXCHANGE = 2;
    /** Longer texts fit no model, and are not even read. */
    private static final int LONGEST_TEXT = 1_000_000;

    private static final String ANY_QUESTION = "?";
    private static final String REASON = "reason";
    private static final String FOR_MODEL = "for-model";

    private final ChatTemplate template;
    private final TextTokenizer tokenizer;

    PromptRoom(ChatTemplate template, TextTokenizer tokenizer) {
        this.template = template;
        this.tokenizer = tokenizer;
    }

    /**
     * The prompt.
     *
     * @param room how many tokens it may have
     * @throws ProblemException {@code question-too-long}, with the characters that would fit; {@code option-out-of-range} if what the member
     *     wants the model to be told leaves no room for any question
     */
    Prompt fit(String system, Exchange.Talk talk, int room) throws ModelFailure {
        if (talk.question().length() > LONGEST_TEXT) {
            throw new ProblemException(
                    ProblemCode.QUESTION_TOO_LONG,
                    "the question, with those before it that were not answered, is longer than any model reads",
                    Map.of(REASON, FOR_MODEL, "limit", Integer.toString(LONGEST_TEXT)));
        }
        int[] alone = tokens(system, List.of(), talk.question());
        if (alone.length > room) {
            throw tooLong(system, talk.question(), alone.length, room);
        }
        List<Exchange> earlier = talk.earlier();
        if (earlier.isEmpty()) { // as most are, and a template takes its time
            return new Prompt(new TokenSequence(alone), 0);
        }
        int first = firstThatMayFit(earlier, room - alone.length);
        int[] tokens = tokens(system, earlier.subList(first, earlier.size()), talk.question());
        while (tokens.length > room) {
            first++;
            tokens = tokens(system, earlier.subList(first, earlier.size()), talk.question());
        }
        return new Prompt(new TokenSequence(tokens), TURNS_OF_AN_EXCHANGE * first);
    }

    /** By the words alone: the template adds a few tokens to each turn, so that a little more may have to go. */
    private int firstThatMayFit(List<Exchange> earlier, int room) {
        long used = 0;
        int first = earlier.size();
        while (first > 0) {
            Exchange next = earlier.get(first - 1);
            if (next.asked().length() + next.answered().length() > LONGEST_TEXT) {
                return first;
            }
            used += tokenizer.encode(next.asked()).length + tokenizer.encode(next.answered()).length;
            if (used > room) {
                return first;
            }
            first--;
        }
        return first;
    }

    private int[] tokens(String system, List<Exchange> earlier, String question) throws ModelFailure {
        List<Message> messages = new ArrayList<>();
        if (!system.isEmpty()) {
            messages.add(new Message(Role.SYSTEM, system));
        }
        for (Exchange exchange : earlier) {
            messages.add(new Message(Role.USER, exchange.asked()));
            messages.add(new Message(Role.ASSISTANT, exchange.answered()));
        }
        messages.add(new Message(Role.USER, question));
        return written(messages);
    }

    /**
     * As the template writes it. Some want no system message: then its text stands before the first question. What they refuse even so is
     * the conversation's fault, as long as they write any at all.
     */
    private int[] written(List<Message> messages) throws ModelFailure {
        try {
            return template.tokens(messages);
        } catch (ModelFailure asItIs) {
            try {
                return template.tokens(withoutSystem(messages));
            } catch (ModelFailure merged) {
                var unused = template.tokens(List.of(new Message(Role.USER, ANY_QUESTION)));
                throw new ProblemException(
                        ProblemCode.REQUEST_INVALID, "the model's template does not write such a conversation");
            }
        }
    }

    private static List<Message> withoutSystem(List<Message> messages) {
        if (messages.getFirst().role() != Role.SYSTEM) {
            return messages;
        }
        String asked = messages.getFirst().text() + "\n\n" + messages.get(1).text();
        List<Message> merged = new ArrayList<>(messages.subList(1, messages.size()));
        merged.set(0, new Message(Role.USER, asked));
        return merged;
    }

    private ProblemException tooLong(String system, String question, int needed, int room) {
        int ofQuestion = Math.max(1, tokenizer.encode(question).length);
        long left = room - (long) (needed - ofQuestion);
        if (left > 0) {
            String limit = Long.toString(left * question.length() / ofQuestion);
            return new ProblemException(
                    ProblemCode.QUESTION_TOO_LONG,
                    "the question does not fit the model",
                    Map.of(REASON, FOR_MODEL, "limit", limit));
        }
        int ofSystem = Math.max(1, tokenizer.encode(system).length);
        long most = Math.max(0, (long) room - (needed - ofQuestion - ofSystem)) * system.length() / ofSystem;
        return new ProblemException(
                ProblemCode.OPTION_OUT_OF_RANGE,
                "what the model is to be told leaves no room for a question",
                Map.of(REASON, "text", "option", "system", "limit", Long.toString(most)));
    }
}
