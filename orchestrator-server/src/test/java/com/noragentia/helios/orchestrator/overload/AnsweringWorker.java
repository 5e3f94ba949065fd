/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.overload;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.message.ToWorker;

/** An honest worker that answers each task at once. */
final class AnsweringWorker implements AutoCloseable {

    private final Worker worker;
    private volatile boolean stopping;

    AnsweringWorker(Member member) {
        this.worker = Worker.join(member).ready();
        Thread.ofVirtual().start(this::work);
    }

    private void work() {
        while (!stopping) {
            try {
                ToWorker.RunTask task = worker.hearEventually(ToWorker.RunTask.class);
                worker.piece(task, 0, "Well");
                worker.complete(task, "Well");
            } catch (AssertionError silence) {
                continue; // nobody asked for a while
            }
        }
    }

    @Override
    public void close() {
        stopping = true;
        worker.close();
    }
}
