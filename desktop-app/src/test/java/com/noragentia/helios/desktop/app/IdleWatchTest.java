/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.desktop.supervisor.NetworkEvent;
import com.noragentia.helios.worker.agent.WorkerReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class IdleWatchTest {

    private Instant now = Instant.EPOCH;
    private final InstantSource time = () -> now;
    private final IdleWatch watch = new IdleWatch(time.withZone(ZoneOffset.UTC));

    @Test
    void idleness_counts_from_the_end_of_the_last_task() {
        pass(Duration.ofMinutes(10));
        heed(new WorkerReport.TaskStarted("a", "m"));
        pass(Duration.ofHours(2));
        assertThat(watch.idle()).isZero();

        heed(new WorkerReport.TaskEnded("a", WorkerReport.TaskEnd.COMPLETED));
        pass(Duration.ofMinutes(3));

        assertThat(watch.idle()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void a_task_whose_worker_died_does_not_keep_the_network_awake_for_ever() {
        heed(new WorkerReport.TaskStarted("a", "m"));
        heed(new WorkerReport.Connecting("http://127.0.0.1:1"));
        pass(Duration.ofMinutes(61));

        assertThat(watch.idle()).isEqualTo(Duration.ofMinutes(61));
    }

    private void heed(WorkerReport report) {
        watch.heed(new NetworkEvent.Worker(report));
    }

    private void pass(Duration duration) {
        now = now.plus(duration);
    }
}
