/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Chat threads without JavaFX: a thread of our own plays the UI thread. */
final class HeadlessThreads implements AutoCloseable {

    /** Like JavaFX, it refuses nothing, and forgets what comes after the end. */
    private final ExecutorService ui = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new ThreadPoolExecutor.DiscardPolicy());

    private final ChatThreads threads = ChatThreads.around(ui);

    ChatThreads threads() {
        return threads;
    }

    /** Does something on the UI thread and waits for it. */
    <T> T onUi(Callable<T> action) {
        Future<T> future = ui.submit(action);
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    void doOnUi(Runnable action) {
        onUi(Executors.callable(action, true));
    }

    @Override
    public void close() {
        threads.close();
        // What was interrupted still has its last word on the UI thread.
        threads.background().close();
        ui.shutdownNow();
    }
}
