/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.JobStatus;
import com.noragentia.helios.protocol.api.NetworkSummary;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.QualificationStatus;
import com.noragentia.helios.protocol.api.StandingReport;
import com.noragentia.helios.protocol.api.WaitReason;
import com.noragentia.helios.protocol.task.Attachment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class WaitWatchTest {

    private static final Duration OFTEN = Duration.ofMillis(5);

    private final AtomicInteger asked = new AtomicInteger();
    private final List<Object> told = new CopyOnWriteArrayList<>();
    private volatile boolean answers = true;
    private volatile @Nullable WaitReason reason = WaitReason.QUEUE;

    private final NetworkClient network = new NetworkClient() {
        @Override
        public JobStatus status(String job) {
            asked.incrementAndGet();
            if (!answers) {
                throw new ProblemException(ProblemCode.NETWORK_UNREACHABLE, "for a while");
            }
            return new JobStatus(job, JobState.QUEUED, Instant.EPOCH, 0, 2, null, true, reason, 1, 0, null, null);
        }

        @Override
        public NetworkSummary summary() {
            throw new AssertionError();
        }

        @Override
        public Attachment upload(Path file) {
            throw new AssertionError();
        }

        @Override
        public String submit(JobRequest request) {
            throw new AssertionError();
        }

        @Override
        public void follow(String job, Consumer<JobEvent> listener) {
            throw new AssertionError();
        }

        @Override
        public void cancel(String job) {
            throw new AssertionError();
        }

        @Override
        public StandingReport standing() {
            throw new AssertionError("nobody asks");
        }

        @Override
        public QualificationStatus qualify() {
            throw new AssertionError("nobody asks");
        }

        @Override
        public QualificationStatus qualification() {
            throw new AssertionError("nobody asks");
        }

        @Override
        public void close() {}
    };

    private WaitWatch watch() {
        return new WaitWatch(network, "job", told::add, told::add, OFTEN);
    }

    @Test
    void it_asks_while_the_job_waits_and_never_while_it_runs() {
        try (WaitWatch watch = watch()) {
            watch.accept(new JobEvent.Queued(2));
            await().until(() -> told.size() >= 3);
            watch.accept(new JobEvent.Started("pc", "m", 1));
            int lastEvent = told.size();
            int soFar = asked.get();
            for (int i = 0; i < 50; i++) {
                watch.accept(new JobEvent.Token(i, "x"));
            }
            await().pollDelay(OFTEN.multipliedBy(20)).until(() -> true);

            assertThat(asked.get()).as("at most the one that was under way").isLessThanOrEqualTo(soFar + 1);
            assertThat(told.subList(lastEvent, told.size())).hasSize(50).allMatch(JobEvent.Token.class::isInstance);

            watch.accept(new JobEvent.Requeued(50));
            await().until(() -> told.getLast() instanceof JobStatus);
        }
        int closed = asked.get();
        await().pollDelay(OFTEN.multipliedBy(20)).until(() -> true);
        assertThat(asked.get()).isLessThanOrEqualTo(closed + 1);
    }

    /** The count of parts comes right after the place in the queue, and used to end the asking: such a job waited without a word. */
    @Test
    void a_job_of_several_parts_is_told_why_it_waits_too() {
        reason = WaitReason.MODEL_LOADING;
        try (WaitWatch watch = watch()) {
            watch.accept(new JobEvent.Queued(0));
            watch.accept(new JobEvent.Parts(0, 3));

            await().until(() -> told.getLast() instanceof JobStatus);
        }
    }

    @Test
    void between_two_parts_it_is_told_only_while_none_runs() {
        reason = null;
        try (WaitWatch watch = watch()) {
            watch.accept(new JobEvent.Parts(0, 3));
            watch.accept(new JobEvent.Started("pc", "m", 1));
            watch.accept(new JobEvent.Parts(1, 3));
            int soFar = asked.get();
            await().until(() -> asked.get() > soFar + 3);
            assertThat(told).noneMatch(JobStatus.class::isInstance);

            reason = WaitReason.NO_WORKER;
            await().until(() -> told.getLast() instanceof JobStatus);
        }
    }

    @Test
    void a_network_that_does_not_say_is_asked_again() {
        answers = false;
        try (WaitWatch watch = watch()) {
            watch.accept(new JobEvent.Queued(2));
            await().until(() -> asked.get() > 3);
            assertThat(told).containsExactly(new JobEvent.Queued(2));
            answers = true;
            await().until(() -> told.getLast() instanceof JobStatus);
        }
    }
}
