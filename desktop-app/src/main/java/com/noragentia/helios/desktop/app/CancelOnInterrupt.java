/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.util.concurrent.atomic.AtomicBoolean;

/** While this is open, Ctrl-C takes the job back on the network before the command ends; the Java machine then exits with 130. */
final class CancelOnInterrupt implements AutoCloseable {

    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread hook;

    private CancelOnInterrupt(NetworkClient network, String job, Surroundings around) {
        this.hook = new Thread(
                () -> {
                    if (over.compareAndSet(false, true)) {
                        cancel(network, job, around);
                    }
                },
                "cancel-job");
    }

    static CancelOnInterrupt watch(NetworkClient network, String job, Surroundings around) {
        CancelOnInterrupt watch = new CancelOnInterrupt(network, job, around);
        Runtime.getRuntime().addShutdownHook(watch.hook);
        return watch;
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

    /** The job has ended by itself. */
    void done() {
        over.set(true);
    }

    @Override
    public void close() {
        over.set(true);
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
