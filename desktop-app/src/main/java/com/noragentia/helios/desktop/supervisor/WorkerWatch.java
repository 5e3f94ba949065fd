/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import com.noragentia.helios.worker.policy.Wish;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Knows what this computer's worker is doing and tells whoever follows, and passes on what the person wishes of it. Thread-safe. */
public final class WorkerWatch implements Consumer<NetworkEvent> {

    private final List<Consumer<LocalWorker>> followers = new CopyOnWriteArrayList<>();
    private final Optional<Consumer<Wish>> wishes;
    private LocalWorker now = LocalWorker.UNKNOWN;

    /** Of a worker of which nothing can be wished. */
    public WorkerWatch() {
        this.wishes = Optional.empty();
    }

    /** @param wishes takes what is wished; may block */
    public WorkerWatch(Consumer<Wish> wishes) {
        this.wishes = Optional.of(wishes);
    }

    /** Whether anything can be wished. */
    public boolean hears() {
        return wishes.isPresent();
    }

    /** Passes a wish on; not to be called by a user interface's thread. */
    public void wish(Wish wish) {
        wishes.ifPresent(hearing -> hearing.accept(wish));
    }

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
