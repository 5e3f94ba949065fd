/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import com.noragentia.helios.worker.runtime.generation.TokenSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Notes when tokens come, on the clock of {@link System#nanoTime}. Tokens come from one thread; anyone may wait for the start. */
final class TokenClock implements TokenSink {

    private final List<Integer> tokens = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final CountDownLatch reading = new CountDownLatch(1);
    private final CountDownLatch writing = new CountDownLatch(1);

    @Override
    public void reading(int done, int total) {
        reading.countDown();
    }

    @Override
    public boolean token(int token) {
        times.add(System.nanoTime());
        tokens.add(token);
        writing.countDown();
        return true;
    }

    /** Waits until some of the prompt is read. */
    void awaitReading() throws InterruptedException {
        reading.await();
    }

    /** Waits until the first token is written. */
    void awaitWriting() throws InterruptedException {
        writing.await();
    }

    int count() {
        return times.size();
    }

    long first() {
        return times.getFirst();
    }

    long last() {
        return times.getLast();
    }

    List<Long> times() {
        return times;
    }

    List<Integer> tokens() {
        return tokens;
    }
}
