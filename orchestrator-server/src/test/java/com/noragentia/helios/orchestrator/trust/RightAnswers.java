/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Seen;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.protocol.task.Utterance;
import java.util.List;

/** What an honest worker says to a canary; made of its known answer, as a test has no models. */
final class RightAnswers {

    private RightAnswers() {}

    static TaskOutput to(Canary canary) {
        return switch (canary.answer()) {
            case KnownNumber(long number) -> words(canary.question(), "It is " + number + ".");
            case KnownResult(long number) -> words(canary.question(), "1 + 1 = 2, so it is " + number + ".");
            case KnownQuote quote -> words(canary.question(), "\"" + quote.fact() + "\"");
            case KnownWords(List<String> words, List<String> _) ->
                new TaskOutput.Image(
                        "",
                        List.of(),
                        List.of(new TextLine("a.png", String.join(" ", words), 1, new TextLine.Box(0, 0, 9, 9))));
            case KnownSpeech(Language _, List<String> sentences) ->
                new TaskOutput.Audio(
                        String.join("\n", sentences),
                        List.of(),
                        sentences.stream()
                                .map(text -> new Utterance("a.wav", 0, 1_000, text))
                                .toList());
            case KnownLikeness(List<Integer> meanings) ->
                new TaskOutput.Embedding(
                        meanings.stream().map(RightAnswers::vector).toList());
            case KnownCaption(String caption) -> describing(caption);
            case KnownThings(List<KnownThings.Thing> things) -> finding(things);
        };
    }

    static TaskOutput describing(String caption) {
        return seeing(new Seen("a.png", "sees-all-1", true, Sight.DESCRIPTION, caption, Language.EN, List.of()));
    }

    static TaskOutput finding(List<KnownThings.Thing> things) {
        List<Seen.Thing> told = things.stream()
                .map(thing -> new Seen.Thing(thing.label(), 0.9, thing.box()))
                .toList();
        return seeing(new Seen("a.png", "sees-all-1", true, Sight.OBJECTS, null, null, told));
    }

    private static TaskOutput seeing(Seen seen) {
        return new TaskOutput.Image("", List.of(), List.of(), List.of(seen));
    }

    private static float[] vector(int meaning) {
        float[] vector = new float[KnownLikeness.LEAST_DIMENSIONS];
        vector[meaning] = 1;
        return vector;
    }

    private static TaskOutput words(TaskInput question, String text) {
        return question instanceof TaskInput.Document
                ? new TaskOutput.Document(text, List.of(), AnswerOrigin.QUOTED)
                : new TaskOutput.Chat(text, List.of(), AnswerOrigin.GENERATED);
    }

    /** What a worker says that has no idea, to whatever it is asked. */
    static TaskOutput wrong(TaskInput question) {
        return switch (question.expert()) {
            case CHAT, DOCUMENT -> words(question, "I do not know.");
            case IMAGE, DESCRIPTION, OBJECTS -> new TaskOutput.Image("", List.of(), List.of());
            case EMBEDDING -> new TaskOutput.Embedding(List.of());
            case AUDIO -> new TaskOutput.Audio("", List.of(), List.of());
        };
    }
}
