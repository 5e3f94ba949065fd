/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trial;

import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.protocol.task.Usage;
import java.util.List;
import java.util.stream.IntStream;

/** Questions about pictures, and what a worker might read in them. */
public final class Pictures {

    /** What each part is said to have used. */
    public static final Usage USAGE = new Usage(0, 1, 0, 0.5, 0);

    private static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0};

    private Pictures() {}

    /** Asks to have {@code count} pictures read out: 1.png, 2.png and so on. */
    public static String ask(Member member, int count) {
        return member.ask(new TaskInput.Image(Language.EN, "", upload(member, count)));
    }

    public static List<Attachment> upload(Member member, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> {
                    byte[] content = MAGIC.clone();
                    content[content.length - 1] = (byte) i;
                    return member.upload(i + ".png", content);
                })
                .toList();
    }

    /** The name of the one picture that a task is about. */
    public static String name(ToWorker.RunTask task) {
        return task.input().attachments().getFirst().name();
    }

    /** Says that the task's picture reads "in" and its name. */
    public static void read(Worker worker, ToWorker.RunTask task) {
        worker.say(new FromWorker.Completed(task.lease(), output(name(task), "in " + name(task)), USAGE));
    }

    public static TaskOutput.Image output(String file, String text) {
        return new TaskOutput.Image(
                text,
                List.of(new Source(file, null, null, text)),
                List.of(new TextLine(file, text, 0.9, new TextLine.Box(0, 0, 10, 10))));
    }
}
