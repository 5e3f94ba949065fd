/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Utterance;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What is said was written down, in its order, give or take a few words; in what was streamed and in the utterances with their times alike.
 *
 * @param language in which it is said
 * @param sentences all that is said
 */
record KnownSpeech(Language language, List<String> sentences) implements KnownAnswer {

    /** Of the words, which may be wrong, missing or too many, each: small listeners mishear one now and then. One sentence of three is more. */
    static final double SHARE_FORGIVEN = 0.25;
    /** Of the words of each sentence, which must be there: who leaves out a whole one has not listened to all. */
    static final double SHARE_OF_EACH = 0.5;
    /** Nobody says so much in so short a time. */
    static final int MOST_CHARACTERS = 2_000;

    KnownSpeech {
        sentences = List.copyOf(sentences);
    }

    @Override
    public boolean isGivenBy(TaskOutput output) {
        if (!(output instanceof TaskOutput.Audio audio)) {
            return false;
        }
        return isHeardIn(audio.text())
                && isHeardIn(audio.utterances().stream()
                        .filter(Objects::nonNull)
                        .map(Utterance::text)
                        .filter(Objects::nonNull)
                        .limit(MOST_CHARACTERS)
                        .collect(Collectors.joining(" ")));
    }

    @Override
    public boolean convicts(String model) {
        return SpokenKind.MEASURED.contains(model);
    }

    private boolean isHeardIn(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return false;
        }
        List<String> said = SpokenWords.of(String.join(" ", sentences), language);
        List<String> heard = SpokenWords.of(text, language);
        EditDistance.Sameness same = (one, other) -> said.get(one).equals(heard.get(other));
        return EditDistance.between(said.size(), heard.size(), same) <= SHARE_FORGIVEN * said.size()
                && isEachHeard(said.size(), heard.size(), same);
    }

    /** Whether enough of each sentence is there; words that may belong to one as well as to its neighbour are the neighbour's. */
    private boolean isEachHeard(int said, int heard, EditDistance.Sameness same) {
        int begin = 0;
        for (String sentence : sentences) {
            int from = begin;
            int to = from + SpokenWords.of(sentence, language).size();
            int kept = EditDistance.fewestKept(said, heard, same, one -> one >= from && one < to);
            if (kept < SHARE_OF_EACH * (to - from)) {
                return false;
            }
            begin = to;
        }
        return true;
    }
}
