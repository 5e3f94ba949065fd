/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.TaskInput;

/**
 * A model in memory that answers the tasks of its experts. Thread-safe; tasks may run side by side.
 */
public interface LoadedModel extends AutoCloseable {

    ModelManifest manifest();

    /** Bytes to be set aside for it: what its manifest says, or what it was seen to take where that is more. */
    default long memoryBytes() {
        return manifest().memoryBytes();
    }

    /**
     * Answers one task. The pieces given to {@code stream}, joined, are the output's text.
     *
     * @throws com.noragentia.helios.protocol.api.ProblemException if the input can't be served by anyone
     * @throws ModelFailure if the model itself does not work here
     * @throws InterruptedException if the task was cancelled, which its thread learns by interruption
     */
    Answer answer(TaskInput input, TaskFiles files, AnswerStream stream) throws ModelFailure, InterruptedException;

    /**
     * As {@link #answer(TaskInput, TaskFiles, AnswerStream)}, for a model that draws words from a seed and goes on with what another wrote;
     * the pieces that are gone on with are given to {@code stream} again. Others look at the input alone.
     */
    default Answer answer(ModelTask task, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        return answer(task.input(), files, stream);
    }

    /**
     * Tasks that it answers side by side in shared runs, each hardly slower for the others; 1 where a second one would only take the
     * processor from the first.
     */
    default int atOnce() {
        return 1;
    }

    /** Gives the memory back. Tasks must have ended. */
    @Override
    void close();
}
