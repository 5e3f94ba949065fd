/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Most words of a picture were read, give or take a letter, and not many that are not there.
 *
 * @param words all of them
 * @param invented those of them that no sign has but this one: whoever knows our signs, and has not looked, lacks them
 */
record KnownWords(List<String> words, List<String> invented) implements KnownAnswer {

    static final double SHARE_TO_READ = 0.75;
    /** Of what is invented a name or a currency can be guessed, and a digit misread. */
    static final double SHARE_OF_INVENTED = 0.6;
    /** More than this times what is written there was made up. */
    static final int MOST_READ = 3;

    private static final int EDITS_FORGIVEN = 1;
    /** In shorter words no letter may be wrong, and no digit ever, or a few numbers were like all there are. */
    private static final int LONG_WORD = 4;

    KnownWords {
        words = List.copyOf(words);
        invented = List.copyOf(invented);
    }

    @Override
    public boolean isGivenBy(TaskOutput output) {
        if (!(output instanceof TaskOutput.Image image)) {
            return false;
        }
        List<String> read = image.lines().stream()
                .filter(Objects::nonNull)
                .map(TextLine::text)
                .flatMap(line -> Arrays.stream(line.toLowerCase(Locale.ROOT).split("\\s+", -1)))
                .filter(word -> !word.isEmpty())
                .limit((long) MOST_READ * words.size() + 1)
                .toList();
        return read.size() <= MOST_READ * words.size()
                && found(words, read) >= SHARE_TO_READ * words.size()
                && found(invented, read) >= SHARE_OF_INVENTED * invented.size();
    }

    private static long found(List<String> words, List<String> read) {
        return words.stream()
                .filter(word -> read.stream().anyMatch(other -> isAlike(word.toLowerCase(Locale.ROOT), other)))
                .count();
    }

    private static boolean isAlike(String word, String read) {
        boolean isExact = word.length() < LONG_WORD || word.chars().anyMatch(Character::isDigit);
        int forgiven = isExact ? 0 : EDITS_FORGIVEN;
        return Math.abs(word.length() - read.length()) <= forgiven && edits(word, read) <= forgiven;
    }

    private static int edits(String word, String read) {
        return EditDistance.between(
                word.length(), read.length(), (one, other) -> word.charAt(one) == read.charAt(other));
    }
}
