/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.trial.EventReader;
import com.noragentia.helios.orchestrator.trial.EventReader.Numbered;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.message.ToWorker;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the member's {@code DELETE} to the worker's ear, over real sockets. */
class CancelLatencyTest {

    private static final int CANCELS = 50;
    private static final int WARM_UP = 5;
    private static final double REACHED_MILLIS = 200;

    @Test
    void a_cancel_reaches_the_worker_in_time(@TempDir Path data) {
        Latencies latencies = new Latencies();
        try (Network network = new Network(data, Clock.systemUTC())) {
            Member member = network.firstMember();
            try (Worker worker = Worker.join(member).ready()) {
                for (int i = 0; i < WARM_UP + CANCELS; i++) {
                    cancel(member, worker, i < WARM_UP ? new Latencies() : latencies);
                }
            }
        }
        System.out.println("DELETE to cancel_task at the worker: " + latencies);
        assertThat(latencies.millis(0.99)).isLessThan(REACHED_MILLIS);
    }

    private static void cancel(Member member, Worker worker, Latencies latencies) {
        String job = member.ask("Never mind.");
        ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
        worker.piece(task, 0, "Well ");
        try (EventReader reader = member.follow(job, 2)) {
            reader.next();
            long sent = System.nanoTime();
            CompletableFuture<Reply> deleted = CompletableFuture.supplyAsync(() -> member.cancel(job));
            assertThat(worker.hear(ToWorker.CancelTask.class).lease()).isEqualTo(task.lease());
            latencies.sentAt(sent);
            List<Numbered> end = reader.rest();
            assertThat(end).containsExactly(new Numbered(4, new JobEvent.Cancelled()));
            assertThat(deleted.join().status()).isEqualTo(204);
        }
    }
}
