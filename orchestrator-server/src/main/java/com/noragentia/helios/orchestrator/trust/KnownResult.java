/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.List;

/** The answer to a conversation ends with this whole number: it may reckon before, but it can come to one result only. */
record KnownResult(long number) implements KnownAnswer {

    @Override
    public boolean isGivenBy(TaskOutput output) {
        if (!(output instanceof TaskOutput.Chat chat) || chat.text().length() > KnownNumber.MOST_CHARACTERS) {
            return false;
        }
        List<String> numbers = KnownNumber.numbers(chat.text());
        return !numbers.isEmpty()
                && numbers.size() <= KnownNumber.MOST_NUMBERS
                && numbers.getLast().equals(Long.toString(number));
    }
}
