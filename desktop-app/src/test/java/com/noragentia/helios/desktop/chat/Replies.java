/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.util.List;

/** Events as a worker called {@value #WORKER} would cause them. */
public final class Replies {

    public static final String WORKER = "olive-laptop";

    private Replies() {}

    public static JobEvent started() {
        return new JobEvent.Started(WORKER, "helios-reader-1", 1);
    }

    public static JobEvent token(int index, String text) {
        return new JobEvent.Token(index, text);
    }

    public static JobEvent chatDone(String text) {
        return done(new TaskOutput.Chat(text, List.of(), AnswerOrigin.HELP));
    }

    public static JobEvent documentDone(String text, Source... sources) {
        return done(new TaskOutput.Document(text, List.of(sources), AnswerOrigin.QUOTED));
    }

    public static JobEvent done(TaskOutput output) {
        return new JobEvent.Done(new JobResult(
                output, WORKER, "helios-reader-1", Usage.NONE, new JobResult.Timings(210, 480, 1930), null));
    }
}
