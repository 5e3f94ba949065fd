/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A fact from a file stands in the answer, and few of its other facts do.
 *
 * @param others facts of the same file that were not asked for
 */
record KnownQuote(String fact, List<String> others) implements KnownAnswer {

    /** An honest answer may quote two sentences more. */
    static final int OTHERS_FORGIVEN = 2;
    /** More is a list of all that might be asked for. */
    static final int MOST_CHARACTERS = 2_000;
    /** Of three quoted sentences, with the names and pages of files. */
    static final int MOST_NUMBERS = 24;

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    KnownQuote {
        others = List.copyOf(others);
    }

    @Override
    public boolean isGivenBy(TaskOutput output) {
        return switch (output) {
            case TaskOutput.Document document -> isSaidIn(document.text());
            case TaskOutput.Chat chat -> isSaidIn(chat.text());
            case TaskOutput.Image _, TaskOutput.Audio _, TaskOutput.Embedding _ -> false;
        };
    }

    private boolean isSaidIn(String text) {
        return text.length() <= MOST_CHARACTERS
                && DIGITS.matcher(text).results().count() <= MOST_NUMBERS
                && says(text, fact)
                && others.stream().filter(other -> says(text, other)).count() <= OTHERS_FORGIVEN;
    }

    /** As words of their own: a long row of digits says no number. */
    private static boolean says(String text, String fact) {
        int from = text.indexOf(fact);
        while (from >= 0) {
            int to = from + fact.length();
            boolean begins = from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1));
            boolean ends = to == text.length() || !Character.isLetterOrDigit(text.charAt(to));
            if (begins && ends) {
                return true;
            }
            from = text.indexOf(fact, from + 1);
        }
        return false;
    }
}
