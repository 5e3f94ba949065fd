/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Gathers the pieces of an answer and hands them on together, at most once in {@link #RHYTHM}, so that a fast worker does not keep the UI
 * thread from everything else. Thread-safe; the consumer is called by one thread at a time, in order.
 */
final class PieceBuffer {

    /** About 16 times a second: faster looks no smoother. */
    static final Duration RHYTHM = Duration.ofMillis(60);

    private final ScheduledExecutorService timer;
    private final Consumer<String> consumer;
    private final StringBuilder gathered = new StringBuilder();
    private boolean scheduled;

    PieceBuffer(ScheduledExecutorService timer, Consumer<String> consumer) {
        this.timer = timer;
        this.consumer = consumer;
    }

    synchronized void add(String piece) {
        gathered.append(piece);
        if (!scheduled) {
            scheduled = true;
            var unused = timer.schedule(this::flush, RHYTHM.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Hands on what has gathered, without waiting for the rhythm. */
    synchronized void flush() {
        scheduled = false;
        if (!gathered.isEmpty()) {
            String text = gathered.toString();
            gathered.setLength(0);
            consumer.accept(text);
        }
    }
}
