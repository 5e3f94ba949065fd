/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Where the chat does what.
 *
 * @param ui draws; the only thread that changes the models
 * @param background may block: a virtual thread for each call
 * @param timer the rhythm in which new text is shown
 */
public record ChatThreads(Executor ui, ExecutorService background, ScheduledExecutorService timer)
        implements AutoCloseable {

    /** Threads for a user interface whose thread {@code ui} feeds. */
    public static ChatThreads around(Executor ui) {
        return new ChatThreads(
                ui,
                Executors.newVirtualThreadPerTaskExecutor(),
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("chat-rhythm").daemon().factory()));
    }

    /** Lets what runs in the background end, for {@code millis} at most. */
    public void finish(long millis) {
        background.shutdown();
        try {
            var unused = background.awaitTermination(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Interrupts what still runs and does not wait for it. */
    @Override
    public void close() {
        timer.shutdownNow();
        background.shutdownNow();
    }
}
