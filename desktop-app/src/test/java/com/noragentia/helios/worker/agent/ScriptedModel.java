/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.TaskFiles;
import java.util.concurrent.atomic.AtomicInteger;

/** A model that does what a test says. */
final class ScriptedModel implements LoadedModel {

    /** What it does with a task. */
    @FunctionalInterface
    interface Script {
        Answer answer(TaskInput input, TaskFiles files, AnswerStream stream) throws ModelFailure, InterruptedException;
    }

    private final ModelManifest manifest;
    private final long takenBytes;
    private final Script script;
    private final int atOnce;
    private final AtomicInteger closed;

    /** @param takenBytes what it is seen to take; 0 for what its manifest says */
    ScriptedModel(ModelManifest manifest, long takenBytes, int atOnce, Script script, AtomicInteger closed) {
        this.manifest = manifest;
        this.takenBytes = takenBytes;
        this.atOnce = atOnce;
        this.script = script;
        this.closed = closed;
    }

    @Override
    public ModelManifest manifest() {
        return manifest;
    }

    @Override
    public long memoryBytes() {
        return takenBytes == 0 ? manifest.memoryBytes() : takenBytes;
    }

    @Override
    public int atOnce() {
        return atOnce;
    }

    @Override
    public Answer answer(TaskInput input, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        return script.answer(input, files, stream);
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }
}
