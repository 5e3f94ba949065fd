/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** While this is open, Ctrl-C takes the job back on the network before the command ends; the Java machine then exits with 130. */
final class CancelOnInterrupt implements AutoCloseable {

    /** How long a job that is being sent may hold up the end of the command. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CompletableFuture<String> job = new CompletableFuture<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile boolean takenOver;
    private final Thread hook;

    private CancelOnInterrupt(NetworkClient network, Surroundings around) {
        this.hook = new Thread(() -> interrupted(network, around), "cancel-job");
    }

    /** Ctrl-C: takes the job back, if there is one or is about to be. */
    void interrupted(NetworkClient network, Surroundings around) {
        if (over.compareAndSet(false, true)) {
            takenOver = true;
            accepted().ifPresent(id -> cancel(network, id, around));
        }
    }

    /** Watches from before the job is sent, since it may be accepted before anybody here knows its name. */
    static CancelOnInterrupt watch(NetworkClient network, Surroundings around) {
        CancelOnInterrupt watch = new CancelOnInterrupt(network, around);
        Runtime.getRuntime().addShutdownHook(watch.hook);
        return watch;
    }

    /** The network has accepted the job. */
    void accepted(String id) {
        job.complete(id);
    }

    private Optional<String> accepted() {
        try {
            return Optional.of(job.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | CancellationException | TimeoutException e) {
            return Optional.empty(); // nothing was accepted
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void cancel(NetworkClient network, String job, Surroundings around) {
        try {
            network.cancel(job);
            around.terminal().err().println();
            around.terminal()
                    .err()
                    .println(around.problems().sentence(Problem.of(ProblemCode.JOB_CANCELLED, "cancelled")));
        } catch (ProblemException e) {
            around.terminal().err().println(around.problems().sentence(e.problem()));
        }
    }

    /** Whether Ctrl-C ended the job: that was told here, and what the network says of it then is no news. */
    boolean hasTakenOver() {
        return takenOver;
    }

    /** The job has ended by itself. */
    void done() {
        over.set(true);
    }

    @Override
    public void close() {
        over.set(true);
        job.cancel(false); // without effect on a job that was accepted
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            join(); // the process is ending already, and the hook must have its say
        }
    }

    private void join() {
        try {
            hook.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
