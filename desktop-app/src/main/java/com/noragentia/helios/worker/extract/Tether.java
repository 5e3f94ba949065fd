/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.Limit;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends the child when its parent is gone, which the end of its input tells, and at the latest a little after the deadline. */
final class Tether {

    private static final long GRACE_SECONDS = 5;

    private Tether() {}

    static void tieTo(Reader orders) {
        Thread parentWatch = new Thread(() -> waitForTheEndOf(orders), "tether");
        parentWatch.setDaemon(true);
        parentWatch.start();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().daemon().name("deadline").unstarted(task));
        var unused = clock.schedule(
                () -> Runtime.getRuntime().halt(1), Limit.EXTRACTION_SECONDS.value() + GRACE_SECONDS, TimeUnit.SECONDS);
    }

    private static void waitForTheEndOf(Reader orders) {
        try {
            orders.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // The same as its end.
        }
        Room.ofThisProcess().clear();
        Runtime.getRuntime().halt(1);
    }
}
