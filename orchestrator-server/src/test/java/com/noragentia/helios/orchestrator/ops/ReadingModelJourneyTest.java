/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.catalogue.Catalogue;
import com.noragentia.helios.orchestrator.catalogue.LocalHub;
import com.noragentia.helios.orchestrator.catalogue.PinnedFolder;
import com.noragentia.helios.orchestrator.catalogue.Pinning;
import com.noragentia.helios.orchestrator.catalogue.UnpinnedModel;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Uploads;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobAccepted;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.api.PriceList;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A language model of the production set, pinned from a hub of the test, answers from documents: from the offer to what is paid. */
class ReadingModelJourneyTest {

    private static final String SMALL = "smollm2-135m-instruct";
    private static final String QUOTING = "helios-retrieval-1";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int PAGES = 12;

    private Network network;
    private Member asker;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        UnpinnedModel model = Catalogue.production().stream()
                .filter(one -> one.id().equals(SMALL))
                .findFirst()
                .orElseThrow();
        try (LocalHub hub = new LocalHub()) {
            hub.put(model, new byte[1_000]);
            ModelManifest pinned = new Pinning(
                            new PinnedFolder(data.resolve("models")),
                            new DataFolder(data).key(new SecureRandom()),
                            hub.address(),
                            millis -> {})
                    .pin(model, (file, done, total) -> {});
            assertThat(pinned.files())
                    .extracting(file -> file.name())
                    .as("the encoder by which it finds its way comes inside the program")
                    .contains("all-minilm-l6-v2-q.onnx", "all-minilm-l6-v2-q-tokenizer.json", "langdetect-183.bin");
        }
        network = new Network(data, Clock.systemUTC());
        asker = network.firstMember();
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void it_answers_whoever_names_no_model_and_is_paid_for_what_it_reads() {
        try (Worker worker = Worker.join(network.anotherMember("ben")).ready(4)) {
            String job = asker.ask(question());

            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            assertThat(task.model()).isEqualTo(SMALL);
            answer(worker, task);

            JobResult result = done(job);
            assertThat(result.model()).isEqualTo(SMALL);
            // 7 tokens asked and 3,700 read, 12 pages searched, 6 written; 8 % burned.
            assertThat(result.credits()).isEqualTo((3_707 * 1_500 + PAGES * 19_000 + 6 * 4_500) * 1.08 / 1e6);
        }
        PriceList prices = asker.get("/api/v1/prices").as(PriceList.class);
        assertThat(prices.models().stream().filter(PriceList.ModelPrice::readsDocuments))
                .extracting(PriceList.ModelPrice::model)
                .contains(SMALL)
                .doesNotContain(QUOTING);
    }

    @Test
    void who_names_the_model_that_quotes_gets_it_at_its_price() {
        try (Worker worker = Worker.join(network.anotherMember("ben")).ready(4)) {
            String job = asker.post("/api/v1/jobs", new JobRequest(question(), null, QUOTING))
                    .as(JobAccepted.class)
                    .job();

            ToWorker.RunTask task = worker.hear(ToWorker.RunTask.class);
            assertThat(task.model()).isEqualTo(QUOTING);
            answer(worker, task);

            assertThat(done(job).credits()).isLessThan(0.3);
        }
    }

    private TaskInput question() {
        return new TaskInput.Document(
                Language.EN, "How high is the lighthouse?", DocumentGoal.ANSWER, List.of(Uploads.text(asker, PAGES)));
    }

    private static void answer(Worker worker, ToWorker.RunTask task) {
        String text = "It is 31 metres high [1]";
        worker.say(new FromWorker.Completed(
                task.lease(),
                new TaskOutput.Document(text, List.of(new Source("long.txt", null, 1, text)), AnswerOrigin.GENERATED),
                new Usage(1_000_000, 1, 2, 0, 0)));
    }

    private JobResult done(String job) {
        await().atMost(SOON).until(() -> asker.status(job).state() == JobState.DONE);
        return Objects.requireNonNull(asker.status(job).result());
    }
}
