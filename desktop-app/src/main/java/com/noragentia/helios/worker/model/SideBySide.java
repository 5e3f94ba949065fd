/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things at a time, on virtual threads: these hear of an interruption also while they read from a socket. */
final class SideBySide {

    private final int width;

    SideBySide(int width) {
        this.width = width;
    }

    /**
     * The results, in the order of the steps. The first that fails ends the others; none is under way when this returns.
     *
     * @throws InterruptedException if the caller was interrupted
     */
    <T> List<T> run(List<Callable<T>> steps) throws ModelFailure, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(
                width, Thread.ofVirtual().name("model-file-", 1).factory());
        try {
            List<Future<T>> under = steps.stream().map(threads::submit).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> step : under) {
                results.add(step.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ModelFailure failure
                    ? failure
                    : ModelFailure.told(e, "disk", "the files of a model cannot be stored", "models/");
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }
}
