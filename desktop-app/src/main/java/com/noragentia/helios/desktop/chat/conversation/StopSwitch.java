/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.protocol.api.ProblemException;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Stops an asking wherever it stands: an upload by interruption, a job by taking it back. Between the two, while the job is being handed in,
 * it waits, so that no job is left behind that nobody follows. Thread-safe.
 */
final class StopSwitch {

    private final NetworkClient network;
    private final ExecutorService background;
    private boolean thrown;
    private @Nullable Thread uploading;
    private @Nullable Thread following;
    private @Nullable String job;

    StopSwitch(NetworkClient network, ExecutorService background) {
        this.network = network;
        this.background = background;
    }

    synchronized boolean isThrown() {
        return thrown;
    }

    /** @throws InterruptedException if it was thrown before anything began */
    synchronized void mayInterruptThisThread() throws InterruptedException {
        if (thrown) {
            throw new InterruptedException();
        }
        uploading = Thread.currentThread();
    }

    /** @throws InterruptedException if it was thrown meanwhile */
    synchronized void mustNotInterrupt() throws InterruptedException {
        uploading = null;
        if (thrown) {
            throw new InterruptedException();
        }
    }

    /** From now on it is a job that is stopped; a caller whose switch is thrown already takes it back himself. */
    synchronized void jobIs(String id) {
        job = id;
        following = Thread.currentThread();
    }

    synchronized void stop() {
        if (thrown) {
            return;
        }
        thrown = true;
        if (uploading != null) {
            uploading.interrupt();
        } else if (job != null) {
            takeBack();
        }
    }

    private void takeBack() {
        String id = job;
        Thread follower = following;
        if (id != null && follower != null) {
            background.execute(() -> cancel(id, follower));
        }
    }

    /** A network that can't be told will not tell us the end either. */
    private void cancel(String id, Thread follower) {
        try {
            network.cancel(id);
        } catch (ProblemException e) {
            follower.interrupt();
        }
    }
}
