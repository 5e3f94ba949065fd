/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.ModelTask;
import com.noragentia.helios.worker.expert.TaskFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;

/**
 * A real model that takes a fixed time for each part, however fast this computer is: it does the work, or says again what it said in the rehearsal,
 * and its answer waits until the time is over. One part at a time, as on a single slow processor. Thread-safe.
 *
 * @param times file of the {@link ServiceTimes}, to which parts are added as they are rehearsed
 * @param processor shared by all models of a worker
 */
record PacedModel(LoadedModel model, Path times, Lock processor) implements LoadedModel {

    private static final double MILLI = 1e6;

    @Override
    public ModelManifest manifest() {
        return model.manifest();
    }

    @Override
    public long memoryBytes() {
        return model.memoryBytes();
    }

    @Override
    public int atOnce() {
        return model.atOnce();
    }

    @Override
    public Answer answer(TaskInput input, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        return answer(ModelTask.of(input), files, stream);
    }

    @Override
    public Answer answer(ModelTask task, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        processor.lockInterruptibly();
        try {
            long begun = System.nanoTime();
            ServiceTimes known = known();
            Duration service = known.of(task.input()).orElse(Duration.ZERO);
            Answer answer = answerNow(known, task, files, stream);
            rest(begun + service.toNanos());
            tellIfLate(task.input(), service, System.nanoTime() - begun);
            return answer;
        } finally {
            processor.unlock();
        }
    }

    private ServiceTimes known() {
        try {
            return ServiceTimes.read(times);
        } catch (IOException e) {
            throw new IllegalStateException("the bench keeps its times elsewhere", e);
        }
    }

    private Answer answerNow(ServiceTimes known, ModelTask task, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        Optional<TaskOutput> rehearsed = known.answer(task.input());
        if (rehearsed.isEmpty()) {
            return model.answer(task, files, stream);
        }
        stream.piece(rehearsed.get().text());
        return new Answer(rehearsed.get(), Usage.NONE);
    }

    private static void rest(long until) throws InterruptedException {
        while (System.nanoTime() - until < 0) {
            LockSupport.parkNanos(until - System.nanoTime());
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    /** A tenth more is the computer's, not the pace's: whoever reads the figures should know. */
    private static void tellIfLate(TaskInput input, Duration service, long took) {
        if (took > service.toNanos() + service.toNanos() / 10) {
            ServiceTimes.name(input)
                    .ifPresent(name -> System.err.printf(
                            "  LATE: %s took %.0f ms instead of %d: this computer is busy%n",
                            name, took / MILLI, TimeUnit.NANOSECONDS.toMillis(service.toNanos())));
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
