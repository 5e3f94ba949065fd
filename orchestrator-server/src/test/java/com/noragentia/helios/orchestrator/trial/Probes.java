/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trial;

import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.protocol.task.Usage;
import java.util.List;

/** The right answers to the tasks by which the orchestrator tries a model before it is given work. */
final class Probes {

    private static final String MARK = "probe.";

    private Probes() {}

    static boolean isOne(ToWorker.RunTask task) {
        return task.task().startsWith(MARK);
    }

    static FromWorker answer(ToWorker.RunTask probe) {
        return new FromWorker.Completed(probe.lease(), output(probe.input()), Usage.NONE);
    }

    private static TaskOutput output(TaskInput input) {
        return switch (input) {
            case TaskInput.Chat _ -> new TaskOutput.Chat("42", List.of(), AnswerOrigin.COMPUTED);
            case TaskInput.Image _ ->
                new TaskOutput.Image(
                        "lantern",
                        List.of(),
                        List.of(new TextLine("probe.png", "lantern", 1, new TextLine.Box(0, 0, 1, 1))));
            case TaskInput.Embedding _ ->
                new TaskOutput.Embedding(List.of(new float[] {1, 0}, new float[] {0.8f, 0.6f}, new float[] {0, 1}));
            case TaskInput.Document _, TaskInput.Audio _, TaskInput.Combine _ ->
                throw new AssertionError("no probe asks for this");
        };
    }
}
