/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.QualificationStatus;
import com.noragentia.helios.protocol.api.QualificationStatus.Stage;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way over HTTP and WebSocket: a newcomer on an empty network qualifies at once. */
class QualifyNowTest {

    private static final String PATH = "/api/v1/me/qualification";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final TestClock clock = new TestClock();
    private Network network;
    private Member member;

    @BeforeEach
    void starts(@TempDir Path data) {
        network = Network.withCanaries(data, clock);
        member = network.firstMember();
    }

    @AfterEach
    void stops() {
        network.close();
    }

    private QualificationStatus status() {
        return member.get(PATH).as(QualificationStatus.class);
    }

    private Optional<Canary> canary(String task) {
        try (Store beside = SqliteStore.open(network.data().resolve("helios.db"))) {
            return beside.read(tx -> new CanaryTable().find(tx, task));
        }
    }

    private void answer(Worker worker, ToWorker.RunTask task) {
        Canary canary = canary(task.task()).orElseThrow();
        worker.say(new FromWorker.Completed(task.lease(), RightAnswers.to(canary), Usage.NONE));
    }

    @Test
    void ten_checks_come_one_after_the_other() {
        Worker worker = Worker.join(member).ready();
        assertThat(status()).isEqualTo(new QualificationStatus(0, 10, 0, Stage.UNASKED));

        assertThat(qualify(worker)).hasSizeGreaterThan(1);
    }

    /** Asks for the run and passes it; returns the experts that were asked. */
    private Set<String> qualify(Worker worker) {
        assertThat(member.post(PATH, Map.of()).status()).isEqualTo(202);
        Set<String> experts = new HashSet<>();
        for (int i = 0; i < Qualifying.NEEDED; i++) {
            await().atMost(SOON).until(() -> status().stage() == Stage.RUNNING);
            ToWorker.RunTask task = worker.hearEventually(ToWorker.RunTask.class);
            experts.add(task.input().expert().name());
            answer(worker, task);
        }

        await().atMost(SOON).until(() -> status().equals(new QualificationStatus(10, 10, 0, Stage.OVER)));
        return experts;
    }

    @Test
    void a_run_is_had_once() {
        qualify(Worker.join(member).ready());

        QualificationStatus again = member.post(PATH, Map.of()).as(QualificationStatus.class);

        assertThat(again).isEqualTo(new QualificationStatus(10, 10, 0, Stage.OVER));
    }

    @Test
    void a_run_waits_for_the_worker() {
        QualificationStatus asked = member.post(PATH, Map.of()).as(QualificationStatus.class);
        assertThat(asked).isEqualTo(new QualificationStatus(0, 10, 10, Stage.WAITING));

        Worker worker = Worker.join(member).ready();

        answer(worker, worker.hearEventually(ToWorker.RunTask.class));
        await().atMost(SOON).until(() -> status().passed() == 1);
    }

    @Test
    void strangers_qualify_for_nothing() {
        Reply reply = member.withoutToken().post(PATH, Map.of());
        assertThat(reply.problem()).isEqualTo(ProblemCode.UNAUTHENTICATED);
    }

    @Test
    void nobody_sees_from_a_task_that_it_is_a_check() {
        Worker worker = Worker.join(member).ready();
        Member stranger = network.anotherMember("other computer");
        stranger.ask(new TaskInput.Image(Language.EN, "", List.of(stranger.upload("IMG_2041.png", new byte[] {
            (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10
        }))));
        ToWorker.RunTask real = worker.hearEventually(ToWorker.RunTask.class);
        worker.say(new FromWorker.Completed(real.lease(), RightAnswers.wrong(real.input()), Usage.NONE));

        member.post(PATH, Map.of());
        ToWorker.RunTask check = worker.hearEventually(ToWorker.RunTask.class);
        while (check.input().attachments().isEmpty()) {
            answer(worker, check);
            check = worker.hearEventually(ToWorker.RunTask.class);
        }

        assertThat(form(check)).isEqualTo(form(real));
        assertThat(member.get("/api/v1/jobs/errand." + check.task()).problem()).isEqualTo(ProblemCode.JOB_NOT_FOUND);
        assertThat(check.task().substring(0, 9)).isEqualTo(real.task().substring(0, 9));
        Attachment file = check.input().attachments().getFirst();
        Reply fetched = Member.send(
                new Request.Builder().url(network.address() + check.blobs().get(file.blob())));
        assertThat(fetched.status()).isEqualTo(200);
    }

    /** All that is drawn at random taken away. */
    private static String form(ToWorker.RunTask task) {
        String blobs = task.blobs().values().toString().replaceAll("[0-9a-f]{32,64}|[0-9]{13}|signature=[\\w-]+", "#");
        return String.join(
                " ",
                task.task().replaceAll("[0-9a-f]", "x"),
                task.lease().replaceAll("[0-9a-f]", "x"),
                task.attempt() + "/" + task.nextIndex(),
                blobs);
    }
}
