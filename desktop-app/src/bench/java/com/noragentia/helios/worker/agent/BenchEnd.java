/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

/** How a bench that computes with ONNX Runtime is ended from outside: at once, as the runtime's own shutdown hook crashes under a run. */
public final class BenchEnd {

    /** What a shell reports of a program that was interrupted. */
    private static final int INTERRUPTED = 130;

    private BenchEnd() {}

    /** From now on a signal ends the processes that were started, tidies up and ends this one without any shutdown hook. */
    public static void heed(Runnable tidy) {
        EndSignals.heed(() -> {
            ProcessHandle.current().children().forEach(ProcessHandle::destroy);
            tidy.run();
            Runtime.getRuntime().halt(INTERRUPTED);
        });
    }
}
