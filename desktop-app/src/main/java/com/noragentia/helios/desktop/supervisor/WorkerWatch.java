/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Knows what this computer's worker is doing and tells whoever follows. Thread-safe. */
public final class WorkerWatch implements Consumer<NetworkEvent> {

    private final List<Consumer<LocalWorker>> followers = new CopyOnWriteArrayList<>();
    private LocalWorker now = LocalWorker.UNKNOWN;

    @Override
    public synchronized void accept(NetworkEvent event) {
        if (event instanceof NetworkEvent.Worker worker) {
            now = now.after(worker.report());
            followers.forEach(follower -> follower.accept(now));
        }
    }

    /** Hands the state of now and each later one, in order, to a follower that must not block; running the result ends that. */
    public synchronized Runnable follow(Consumer<LocalWorker> follower) {
        followers.add(follower);
        follower.accept(now);
        return () -> followers.remove(follower);
    }
}
