/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.protocol.message.ToWorker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings to workers what dispatch tells them once it is durable: one thread that writes the messages down and sends them, in the order they
 * were handed over, so that the store's writer goes on with the next commit meanwhile. Thread-safe.
 */
final class Courier implements AutoCloseable {

    /** Letters that may wait before those who bring them do; what brings them on their way never waits for those in turn. */
    static final int LETTERS_WAITING = 10_000;

    private static final int LETTERS_PER_ROUND = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final BlockingQueue<Runnable> letters = new LinkedBlockingQueue<>(LETTERS_WAITING);
    private final Thread thread = Thread.ofPlatform().name("courier").daemon().start(this::work);
    private volatile boolean isOver;

    /** Sends a message after all that were handed over before. To a socket that has closed, or after {@link #close}, it does nothing. */
    void send(WorkerSocket to, ToWorker message) {
        put(() -> to.send(message));
    }

    /** Runs {@code letter} after all that were handed over before. */
    void put(Runnable letter) {
        boolean isInterrupted = false;
        boolean isQueued = false;
        while (!isQueued && !isOver) {
            try {
                letters.put(letter);
                isQueued = true;
            } catch (InterruptedException _) {
                isInterrupted = true; // an order that is on disk is not to be lost for that
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        List<Runnable> round = new ArrayList<>(LETTERS_PER_ROUND);
        while (!isOver) {
            try {
                round.add(letters.take());
            } catch (InterruptedException _) {
                continue; // only the last letter ends this thread
            }
            letters.drainTo(round, LETTERS_PER_ROUND - 1);
            round.forEach(Courier::deliver);
            round.clear();
        }
    }

    private static void deliver(Runnable letter) {
        try {
            letter.run();
        } catch (RuntimeException e) { // one worker's trouble must not keep the others waiting
            LOG.error("a message to a worker was not sent", e);
        }
    }

    /** Sends what waits; returns when it is sent. */
    @Override
    public void close() {
        put(() -> isOver = true);
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
