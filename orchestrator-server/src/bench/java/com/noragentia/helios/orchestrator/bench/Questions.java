/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.util.List;
import java.util.Locale;

/** The questions of the load: each carries its number, by which a task is known again at the worker. */
final class Questions {

    /** Stands before the number, as it stands in a frame. */
    static final String MARK = "\"question\":\"#";

    static final int DIGITS = 8;

    private Questions() {}

    static TaskInput input(int number) {
        String question = String.format(
                Locale.ROOT, "#%0" + DIGITS + "d When does the harbour open, and who has the key?", number);
        return new TaskInput.Chat(Language.EN, question, List.of(), List.of());
    }

    static byte[] request(int number) {
        return JsonCodec.encode(new JobRequest(input(number)));
    }

    /** The number of the question in a message; -1 where there is none of ours, as in a probe. */
    static int numberIn(String message) {
        int at = message.indexOf(MARK);
        if (at < 0) {
            return -1;
        }
        int from = at + MARK.length();
        return Integer.parseInt(message, from, from + DIGITS, 10);
    }
}
