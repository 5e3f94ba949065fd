/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.util.concurrent.LinkedBlockingQueue;

/** What the computing thread tells the thread that asked. It never waits for the reader; the context limits how much it tells. Thread-safe. */
final class Mailbox {

    private final LinkedBlockingQueue<Letter> letters = new LinkedBlockingQueue<>();

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
    }

    Letter take() throws InterruptedException {
        return letters.take();
    }
}
