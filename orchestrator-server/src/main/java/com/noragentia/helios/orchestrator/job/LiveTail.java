/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings the newest events of the jobs that are followed from the writer to their followers, without a look into the database. Of a job
 * that nobody follows it keeps nothing. Thread-safe.
 */
final class LiveTail implements AutoCloseable {

    private record Watch(FollowedJob job, int followers) {}

    private final Map<String, Watch> watches = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** One follower; it must be closed. */
    final class Follower implements AutoCloseable {

        private final String job;
        private final FollowedJob followed;

        private Follower(String job, FollowedJob followed) {
            this.job = job;
            this.followed = followed;
        }

        /** See {@link FollowedJob#await}. */
        Optional<List<StoredEvent>> await(long reached, Duration atMost) throws InterruptedException {
            return followed.await(reached, atMost);
        }

        /** Whether nobody is told of anything any more. */
        boolean isLetGo() {
            return isClosed();
        }

        @Override
        public void close() {
            watches.computeIfPresent(job, (_, watch) -> watch.followers() == 1 ? null : more(watch, -1));
        }
    }

    /** Follows a job from now on: an event that is committed after this call is published to the follower. */
    Follower follow(String job) {
        FollowedJob followed =
                watches.compute(job, (_, watch) -> more(watch, 1)).job();
        if (closed) {
            followed.letGo();
        }
        return new Follower(job, followed);
    }

    private static Watch more(@Nullable Watch watch, int followers) {
        return watch == null
                ? new Watch(new FollowedJob(), followers)
                : new Watch(watch.job(), watch.followers() + followers);
    }

    /** Tells those who follow a job of its next event, once that is committed; called in the order of the events, and never waits for a reader. */
    void published(String job, StoredEvent event) {
        Watch watch = watches.get(job);
        if (watch != null) {
            watch.job().publish(event);
        }
    }

    /** Jobs that are followed. */
    int size() {
        return watches.size();
    }

    boolean isClosed() {
        return closed;
    }

    /** Sends everybody home. */
    @Override
    public void close() {
        closed = true;
        watches.values().forEach(watch -> watch.job().letGo());
    }
}
