/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import com.noragentia.helios.language.ClockTime;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Spoken;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.protocol.task.Utterance;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.AnswerStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A transcript as it is streamed: a piece for each utterance, a new line after a long pause. Not thread-safe. */
final class AudioAnswer {

    private static final long NEW_LINE_MILLIS = 1_500;

    private static final int MILLIS_PER_SECOND = 1_000;

    private final AnswerStream stream;
    private final Phrases phrases;
    private final StringBuilder text = new StringBuilder();
    private final List<Utterance> utterances = new ArrayList<>();
    private final Set<String> languages = new LinkedHashSet<>();
    private final Set<String> broken = new LinkedHashSet<>();
    private int pieces;
    private double seconds;
    private long ended = Long.MIN_VALUE;

    AudioAnswer(Language language, AnswerStream stream) {
        this.stream = stream;
        this.phrases = Phrases.beside(AudioAnswer.class, "audio", language);
    }

    /** What follows is said in this file. */
    void begin(String file) {
        line(phrases.say("heading", file));
        next();
    }

    /** What follows is another recording, or stretch of one. */
    void next() {
        ended = Long.MIN_VALUE;
    }

    void say(String language, List<Utterance> heard) {
        if (!language.isEmpty() && !heard.isEmpty()) {
            languages.add(language);
        }
        for (Utterance one : heard) {
            boolean isSoon = ended != Long.MIN_VALUE && one.startMillis() - ended < NEW_LINE_MILLIS;
            piece((text.isEmpty() ? "" : isSoon ? " " : "\n") + one.text());
            utterances.add(one);
            ended = one.endMillis();
        }
    }

    void nobodySpeaks(String file) {
        line(phrases.say("nobody", file));
    }

    /** The file has no more, though it says that there was. */
    void breaksOff(String file, double afterSeconds) {
        line(phrases.say("breaks.off", file, ClockTime.of(Math.round(afterSeconds * MILLIS_PER_SECOND))));
    }

    /** To be said again by who answers from what was heard. */
    void noteBroken(String file) {
        broken.add(file);
    }

    /** Notes sound for the price. */
    void examined(double moreSeconds) {
        seconds += moreSeconds;
    }

    Answer finish(boolean isDemonstration) {
        return new Answer(
                new TaskOutput.Audio(
                        text.toString(),
                        List.of(),
                        List.copyOf(utterances),
                        new Spoken(List.copyOf(languages), isDemonstration, List.copyOf(broken))),
                new Usage(0, pieces, 0, 0, seconds));
    }

    private void line(String line) {
        piece(text.isEmpty() ? line : "\n" + line);
    }

    private void piece(String piece) {
        text.append(piece);
        stream.piece(piece);
        pieces++;
    }
}
