/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.ModelLoader;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The worker as a process: lives until it is closed or the process is asked to end (SIGTERM, Ctrl-C), and then ends in good order. */
final class WorkerLife implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ModelLoader loader;
    private final WorkerAgent agent;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread lastAct = new Thread(this::endProcess, "last-act");

    WorkerLife(Worksite site, WorkerParts parts, DataFolder folder, Consumer<WorkerReport> reports)
            throws IOException, ModelFailure {
        this.loader = parts.loader(folder);
        this.agent = new WorkerAgent(site, parts.files(folder), loader, reports, Clock.systemUTC(), new SecureRandom());
    }

    void live() throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(lastAct);
        agent.run();
    }

    /** Runs as the process is asked to end. A wish that was granted is a success: hence 0, not the 143 of a Java program. */
    private void endProcess() {
        close();
        Runtime.getRuntime().halt(0);
    }

    @Override
    public void close() {
        if (ended.compareAndSet(false, true) && agent.stop(GRACE)) {
            loader.close();
        }
    }
}
