/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Closes a stream on which nothing moves any more, so that its reader hears of it. */
final class StallWatch implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean moved = new AtomicBoolean(true);

    private StallWatch() {}

    static StallWatch over(InputStream content) {
        StallWatch watch = new StallWatch();
        Thread.ofVirtual().name("stall-watch").start(() -> watch.guard(content));
        return watch;
    }

    /** Something came. */
    void moved() {
        moved.set(true);
    }

    private void guard(InputStream content) {
        try {
            while (!over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!moved.getAndSet(false)) {
                    content.close();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            return; // closed, which was the aim
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
