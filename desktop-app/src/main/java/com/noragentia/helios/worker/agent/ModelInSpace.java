/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.ModelTask;
import com.noragentia.helios.worker.expert.TaskFiles;
import com.noragentia.helios.worker.runtime.ModelSpace;

/** A model together with the space it was opened in, which goes when it goes. */
record ModelInSpace(LoadedModel model, ModelSpace space) implements LoadedModel {

    @Override
    public ModelManifest manifest() {
        return model.manifest();
    }

    @Override
    public long memoryBytes() {
        return space.memoryBytes();
    }

    @Override
    public Answer answer(TaskInput input, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        return model.answer(input, files, stream);
    }

    @Override
    public Answer answer(ModelTask task, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        return model.answer(task, files, stream);
    }

    @Override
    public int atOnce() {
        return model.atOnce();
    }

    @Override
    public void close() {
        model.close();
        space.close();
    }
}
