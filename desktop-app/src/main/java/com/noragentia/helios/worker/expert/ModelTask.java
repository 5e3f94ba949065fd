/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert;

import com.noragentia.helios.protocol.task.TaskInput;
import java.util.List;
import java.util.Optional;

/**
 * A task, with what only a model that writes token by token needs of it.
 *
 * @param conversation name of the conversation it goes on with: the model may still have that in memory. What nobody goes on with shares
 *     nothing with what others ask (how fast it begins would tell of them), and nothing of it stays
 * @param seed of the noise by which words are drawn, chosen by the orchestrator
 * @param written what an earlier attempt wrote with the same model, to be gone on with; empty where the answer begins anew
 */
public record ModelTask(TaskInput input, Optional<String> conversation, long seed, List<WrittenPiece> written) {

    public ModelTask {
        written = List.copyOf(written);
    }

    /** A first attempt at something that belongs to no conversation and draws nothing. */
    public static ModelTask of(TaskInput input) {
        return new ModelTask(input, Optional.empty(), 0, List.of());
    }
}
