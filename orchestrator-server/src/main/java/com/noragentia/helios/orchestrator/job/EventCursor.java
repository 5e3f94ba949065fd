/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How far one reader has come in the events of a job. It reads the live tail where that goes on from its place; else the stored events page
 * by page until it has caught up. Belongs to one thread.
 */
final class EventCursor implements AutoCloseable {

    private final Store store;
    private final EventLog log;
    private final String job;
    private final LiveTail.Follower tail;
    private long reached;
    private boolean isBehind = true;
    private boolean isAtEnd;

    /** A reader that has the events up to number {@code after} and already follows the tail, so that nothing falls in between. */
    EventCursor(Store store, EventLog log, String job, LiveTail.Follower tail, long after) {
        this.store = store;
        this.log = log;
        this.job = job;
        this.tail = tail;
        this.reached = after;
    }

    /** The next events, in order, each once; none where none came within {@code atMost}, or at the end. */
    List<StoredEvent> next(Duration atMost) throws InterruptedException {
        if (isBehind) {
            List<StoredEvent> stored = stored();
            if (!stored.isEmpty() || isAtEnd) {
                return stored;
            }
        }
        Optional<List<StoredEvent>> live = tail.await(reached, atMost);
        return live.isPresent() ? passed(live.get()) : stored();
    }

    private List<StoredEvent> stored() {
        EventPage page = store.read(tx -> log.after(tx, job, reached));
        isBehind = page.isFull();
        isAtEnd = page.isLast();
        return passed(page.events());
    }

    private List<StoredEvent> passed(List<StoredEvent> events) {
        if (!events.isEmpty()) {
            reached = events.getLast().sequence();
            isAtEnd = events.getLast().isLast();
        }
        return events;
    }

    /** Number of the last event it has given out. */
    long reached() {
        return reached;
    }

    /** Whether nothing will ever follow. */
    boolean isAtEnd() {
        return isAtEnd;
    }

    /** Whether everybody was sent home, since the server stops. */
    boolean isLetGo() {
        return tail.isLetGo();
    }

    @Override
    public void close() {
        tail.close();
    }
}
