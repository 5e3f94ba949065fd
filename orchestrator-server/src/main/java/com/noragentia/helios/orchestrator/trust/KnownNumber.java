/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A whole number stands in the answer to a conversation, among few others. */
record KnownNumber(long number) implements KnownAnswer {

    /** Of an answer that explains itself; more look like a guess at everything. */
    static final int MOST_NUMBERS = 12;

    static final int MOST_CHARACTERS = 4_000;

    /** Points, commas and spaces within a number that part its thousands, as English and Spanish write them. */
    private static final Pattern PARTING = Pattern.compile("(?<=\\d)[.,\\u0020\\u00a0\\u202f](?=\\d{3}(?!\\d))");

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");

    @Override
    public boolean isGivenBy(TaskOutput output) {
        if (!(output instanceof TaskOutput.Chat chat) || chat.text().length() > MOST_CHARACTERS) {
            return false;
        }
        List<String> numbers = numbers(chat.text());
        return numbers.size() <= MOST_NUMBERS && numbers.contains(Long.toString(number));
    }

    /** All that stand in a text, in their order, thousands not parted. */
    static List<String> numbers(String text) {
        String plain = PARTING.matcher(text).replaceAll("");
        return NUMBER.matcher(plain).results().map(MatchResult::group).toList();
    }
}
