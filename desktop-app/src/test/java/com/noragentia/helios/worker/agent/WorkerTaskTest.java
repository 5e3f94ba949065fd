/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static com.noragentia.helios.worker.agent.ScriptedChannel.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.message.FailureClass;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.WebSocket;
import org.junit.jupiter.api.Test;

final class WorkerTaskTest extends WorkerAgentFixture {

    @Test
    void a_proved_worker_hosts_a_signed_model_and_answers() throws Exception {
        script = (input, files, stream) -> {
            stream.working(Phase.WRITING, 0, 0);
            stream.piece("Hola, ");
            stream.piece(input.question());
            return answer("Hola, mundo");
        };
        WebSocket session = hosting();

        say(session, task("lease-1", 0));

        assertThat(channel.hears(FromWorker.Working.class).phase()).isEqualTo(Phase.WRITING);
        assertThat(channel.hears(FromWorker.Progress.class)).isEqualTo(new FromWorker.Progress("lease-1", 0, "Hola, "));
        assertThat(channel.hears(FromWorker.Progress.class)).isEqualTo(new FromWorker.Progress("lease-1", 1, "mundo"));
        assertThat(channel.hears(FromWorker.Completed.class).output().text()).isEqualTo("Hola, mundo");
        await().untilAsserted(() -> assertThat(reports)
                .contains(
                        new WorkerReport.Ready("scripted-1", List.of(Expert.CHAT)),
                        new WorkerReport.TaskEnded("lease-1", WorkerReport.TaskEnd.COMPLETED)));
        assertThat(reports.toString()).doesNotContain("mundo");
    }

    @Test
    void pieces_that_an_earlier_attempt_brought_are_not_sent_again() throws Exception {
        script = (input, files, stream) -> {
            Stream.of("a", "b", "c").forEach(stream::piece);
            return answer("abc");
        };
        WebSocket session = hosting();

        say(session, task("lease-1", 2));

        assertThat(channel.hears(FromWorker.Progress.class)).isEqualTo(new FromWorker.Progress("lease-1", 2, "c"));
        channel.hears(FromWorker.Completed.class);
    }

    @Test
    void whose_fault_a_failure_is_decides_its_class_and_no_text_leaks() throws Exception {
        WebSocket session = hosting();
        assertFailure(session, FailureClass.BAD_REQUEST, () -> {
            throw new ProblemException(ProblemCode.DOCUMENT_EMPTY, "no text");
        });
        assertFailure(session, FailureClass.MODEL, () -> {
            throw new ModelFailure("secret words");
        });
        assertFailure(session, FailureClass.CRASH, () -> {
            throw new IllegalStateException("secret words");
        });
        assertFailure(session, FailureClass.CRASH, () -> {
            throw new OutOfMemoryError("secret words");
        });
    }

    private interface Accident {
        void happen() throws ModelFailure;
    }

    private void assertFailure(WebSocket session, FailureClass expected, Accident accident)
            throws InterruptedException {
        script = (input, files, stream) -> {
            accident.happen();
            return answer("never");
        };
        say(session, task("lease-" + accident.hashCode(), 0));
        FromWorker.Failed failed = channel.hears(FromWorker.Failed.class);
        assertThat(failed.failureClass()).isEqualTo(expected);
        assertThat(failed.toString()).doesNotContain("secret");
        if (expected == FailureClass.MODEL) {
            say(session, assign(2));
            channel.hears(FromWorker.AssignmentAccepted.class);
            channel.hears(FromWorker.AssignmentReady.class);
        }
    }

    @Test
    void an_answer_no_message_can_carry_says_nothing_of_the_model() throws Exception {
        script = (input, files, stream) -> answer("x".repeat(Limit.WORKER_MESSAGE_BYTES.intValue()));
        WebSocket session = hosting();

        say(session, task("lease-1", 0));

        assertThat(channel.hears(FromWorker.Failed.class).failureClass()).isEqualTo(FailureClass.CAPACITY);
    }

    @Test
    void a_model_that_writes_eight_at_once_says_so_and_has_eight_tasks_running() throws Exception {
        atOnce = 8;
        CountDownLatch all = new CountDownLatch(8);
        script = (input, files, stream) -> {
            all.countDown();
            all.await();
            return answer("in company");
        };
        WebSocket session = greeted();
        say(session, assign(1));
        channel.hears(FromWorker.AssignmentAccepted.class);
        assertThat(channel.hears(FromWorker.AssignmentReady.class).atOnce()).isEqualTo(8);

        for (int i = 0; i < 8; i++) {
            say(session, task("lease-" + i, 0));
        }
        for (int i = 0; i < 8; i++) {
            assertThat(channel.hears(FromWorker.Completed.class).output().text())
                    .isEqualTo("in company");
        }
    }

    @Test
    void of_other_models_two_tasks_run_side_by_side() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        script = (input, files, stream) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            two.countDown();
            two.await();
            running.decrementAndGet();
            return answer("done");
        };
        WebSocket session = hosting();

        for (int i = 0; i < 8; i++) {
            say(session, task("lease-" + i, 0));
        }
        for (int i = 0; i < 8; i++) {
            channel.hears(FromWorker.Completed.class);
        }
        assertThat(most).hasValue(2);
    }

    @Test
    void a_task_for_a_model_that_is_not_here_goes_elsewhere() throws Exception {
        WebSocket session = greeted();

        say(session, task("lease-1", 0));

        assertThat(channel.hears(FromWorker.Failed.class).failureClass()).isEqualTo(FailureClass.CAPACITY);
    }

    @Test
    void attachments_are_there_for_the_task_and_gone_after_it() throws Exception {
        byte[] content = "hola".getBytes(StandardCharsets.UTF_8);
        Attachment file = new Attachment(Sha256.hex(content), "a.txt", FileType.TEXT, content.length);
        channel.keeps("/api/v1/links/abc", content);
        script = (input, files, stream) -> {
            try {
                return answer(Files.readString(files.of(input.attachments().getFirst())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        WebSocket session = hosting();

        say(session, task("lease-1", file, URI.create("/api/v1/links/abc")));

        assertThat(channel.hears(FromWorker.Working.class).phase()).isEqualTo(Phase.FETCHING);
        assertThat(channel.hears(FromWorker.Completed.class).output().text()).isEqualTo("hola");
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_false_attachment_or_a_link_that_leads_away_is_not_used() throws Exception {
        byte[] content = "hola".getBytes(StandardCharsets.UTF_8);
        Attachment other = new Attachment(Sha256.hex(new byte[4]), "a.txt", FileType.TEXT, content.length);
        Attachment traversal = new Attachment("../../../etc/passwd", "a.txt", FileType.TEXT, content.length);
        channel.keeps("/api/v1/links/abc", content);
        WebSocket session = hosting();

        say(session, task("lease-1", other, URI.create("/api/v1/links/abc")));
        say(session, task("lease-2", other, URI.create("http://127.0.0.1:1/api/v1/links/abc")));
        say(session, task("lease-3", traversal, URI.create("/api/v1/links/abc")));

        await().until(() -> reports.stream()
                        .filter(WorkerReport.TaskEnded.class::isInstance)
                        .count()
                == 3);
        assertThat(reports)
                .filteredOn(WorkerReport.TaskEnded.class::isInstance)
                .extracting(report -> ((WorkerReport.TaskEnded) report).end())
                .containsOnly(WorkerReport.TaskEnd.FAILED);
    }
}
