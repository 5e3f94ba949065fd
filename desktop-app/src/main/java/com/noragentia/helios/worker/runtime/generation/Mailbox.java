/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the computing thread tells the thread that asked. It never waits for the reader; the context limits how much it tells. Thread-safe; one thread
 * reads.
 */
final class Mailbox {

    /** Tokens that come faster than this are read together: to wake the reader for each takes a core from those that compute the next one. */
    private static final Duration RHYTHM = Duration.ofMillis(20);

    private final ConcurrentLinkedQueue<Letter> letters = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Thread reader;
    private volatile boolean hasTokens;
    private volatile long wokenAt;

    /** One thing that happened. */
    sealed interface Letter {}

    /** So much of the prompt is read; a total of 0 means that it waits for room. */
    record Reading(int done, int total) implements Letter {}

    /** A token was written. */
    record Token(int token) implements Letter {}

    /** The answer is over. */
    record Over(Generated.End end) implements Letter {}

    /** The answer cannot be had. */
    record Failed(ModelFailure failure) implements Letter {}

    void put(Letter letter) {
        letters.add(letter);
        if (!mayWait(letter)) {
            wokenAt = System.nanoTime();
            LockSupport.unpark(reader);
        }
    }

    /** Somebody waits for the first token; the others are read within the rhythm. */
    private boolean mayWait(Letter letter) {
        if (!(letter instanceof Token)) {
            return false;
        }
        boolean isFirst = !hasTokens;
        hasTokens = true;
        return !isFirst && System.nanoTime() - wokenAt < RHYTHM.toNanos();
    }

    Letter take() throws InterruptedException {
        reader = Thread.currentThread();
        while (true) {
            Letter letter = letters.poll();
            if (letter != null) {
                return letter;
            }
            LockSupport.parkNanos(this, RHYTHM.toNanos());
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
