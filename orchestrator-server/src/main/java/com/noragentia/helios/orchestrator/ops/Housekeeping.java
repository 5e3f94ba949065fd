/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does chores at intervals. One that fails is tried again at the next. */
final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final ScheduledExecutorService timer;

    Housekeeping(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    void every(Duration interval, List<Chore> chores) {
        var _ = timer.scheduleWithFixedDelay(
                () -> chores.forEach(Housekeeping::attempt), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void attempt(Chore chore) {
        try {
            chore.run();
        } catch (Exception e) {
            LOG.error("a chore failed", e);
        }
    }
}
