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
import java.util.Optional;
import java.util.function.Function;

/** What a worker of a test says to probes; empty where the test itself is to hear them. */
@FunctionalInterface
public interface ProbeAnswers extends Function<ToWorker.RunTask, Optional<FromWorker>> {

    ProbeAnswers RIGHT = probe -> Optional.of(completed(probe, right(probe.input())));
    ProbeAnswers WRONG =
            probe -> Optional.of(completed(probe, new TaskOutput.Chat("43", List.of(), AnswerOrigin.COMPUTED)));
    ProbeAnswers LEFT_TO_THE_TEST = probe -> Optional.empty();

    static boolean isProbe(ToWorker message) {
        return message instanceof ToWorker.RunTask task && task.lease().startsWith("probe.");
    }

    static FromWorker completed(ToWorker.RunTask probe, TaskOutput output) {
        return new FromWorker.Completed(probe.lease(), output, new Usage(3, 2, 0, 0, 0));
    }

    private static TaskOutput right(TaskInput input) {
        return switch (input) {
            case TaskInput.Chat _ -> new TaskOutput.Chat("17 + 25 = 42", List.of(), AnswerOrigin.COMPUTED);
            case TaskInput.Image _ -> {
                TextLine line = new TextLine("probe.png", "LANTERN", 0.9, new TextLine.Box(0, 0, 10, 10));
                yield new TaskOutput.Image("LANTERN", List.of(), List.of(line));
            }
            case TaskInput.Embedding _ ->
                new TaskOutput.Embedding(List.of(new float[] {1, 0}, new float[] {0.8f, 0.6f}, new float[] {0, 1}));
            case TaskInput.Document _, TaskInput.Audio _, TaskInput.Combine _ ->
                throw new AssertionError("no such probe");
        };
    }
}
