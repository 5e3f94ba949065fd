/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static com.noragentia.helios.worker.agent.ScriptedChannel.say;
import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.message.WorkerFacts;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.SignedManifest;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.ModelLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.WebSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A worker agent on a real socket, with a scripted orchestrator at the other end and a scripted model inside. */
@Timeout(60)
abstract class WorkerAgentFixture {

    static final ModelManifest MODEL = new ModelManifest(
            "scripted-1", "Scripted", List.of(Expert.CHAT), List.of(), "Apache-2.0", 1_000, List.of());

    @TempDir
    Path temporary;

    @TempDir
    Path receipts;

    final SigningKey deviceKey = SigningKey.generate(new SecureRandom());
    final List<WorkerReport> reports = new CopyOnWriteArrayList<>();
    final AtomicInteger closedModels = new AtomicInteger();
    volatile ScriptedModel.Script script = (input, files, stream) -> answer("ok");
    volatile boolean loads = true;
    volatile boolean runnable = true;
    /** What a model is seen to take once it is loaded; 0 for what its manifest says. */
    volatile long takenBytes;

    volatile int atOnce = 1;
    volatile Optional<LoadedModel> other = Optional.empty();
    final AtomicInteger fetches = new AtomicInteger();
    ScriptedChannel channel;
    WorkerAgent agent;
    Thread thread;

    @BeforeEach
    void start() throws IOException {
        channel = new ScriptedChannel(deviceKey.verifyingKey());
        String device = deviceKey.verifyingKey().fingerprint();
        Worksite site = new Worksite(
                new Membership(
                        channel.address(),
                        "member",
                        device,
                        channel.key().verifyingKey().encoded()),
                new DeviceIdentity(deviceKey, "pc"),
                new WorkerFacts("1", "pc", "linux", "amd64", 2, memoryBytes()),
                temporary,
                receipts);
        agent = new WorkerAgent(
                site,
                (manifest, progress) -> {
                    fetches.incrementAndGet();
                    return Map.of();
                },
                new Loader(),
                reports::add,
                Clock.systemUTC(),
                new SecureRandom());
        thread = Thread.ofPlatform().start(this::run);
    }

    /** What this worker has for models. */
    long memoryBytes() {
        return 10_000;
    }

    private void run() {
        try {
            agent.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Loader implements ModelLoader {
        @Override
        public LoadedModel load(ModelManifest manifest, Map<String, Path> files) throws ModelFailure {
            if (!loads) {
                throw new ModelFailure("no expert here knows it");
            }
            return other.orElseGet(() -> new ScriptedModel(
                    manifest, takenBytes, atOnce, (input, f, stream) -> script.answer(input, f, stream), closedModels));
        }

        @Override
        public Optional<ModelFailure> unfit(ModelManifest manifest) {
            return runnable
                    ? Optional.empty()
                    : Optional.of(ModelFailure.told("no-expert", "no expert", manifest.id()));
        }

        @Override
        public void close() {}
    }

    @AfterEach
    void stop() throws InterruptedException {
        agent.stop(Duration.ofSeconds(5));
        thread.join();
        channel.close();
    }

    /** Ends a session as an orchestrator does that restarts. */
    static void cut(WebSocket session) {
        session.close(1012, "restart");
    }

    WebSocket greeted() throws InterruptedException {
        WebSocket session = channel.session();
        assertThat(channel.hears(FromWorker.OpenLeases.class).leases()).isEmpty();
        return session;
    }

    WebSocket hosting() throws InterruptedException {
        WebSocket session = greeted();
        say(session, assign(1));
        channel.hears(FromWorker.AssignmentAccepted.class);
        channel.hears(FromWorker.AssignmentReady.class);
        return session;
    }

    ToWorker.Assign assign(long epoch) {
        return new ToWorker.Assign(epoch, SignedManifest.sign(MODEL, channel.key()));
    }

    static ToWorker.RunTask task(String lease, int nextIndex) {
        TaskInput input = new TaskInput.Chat(Language.ES, "mundo", List.of(), List.of());
        return new ToWorker.RunTask(lease, "task", MODEL.id(), 1, Instant.MAX, nextIndex, input, null, Map.of());
    }

    static ToWorker.RunTask task(String lease, Attachment attachment, URI link) {
        TaskInput input = new TaskInput.Chat(Language.ES, "mundo", List.of(), List.of(attachment));
        return new ToWorker.RunTask(
                lease, "task", MODEL.id(), 1, Instant.MAX, 0, input, null, Map.of(attachment.blob(), link));
    }

    static Answer answer(String text) {
        return new Answer(new TaskOutput.Chat(text, List.of(), AnswerOrigin.COMPUTED), Usage.NONE);
    }

    static void awaitLatch(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the test forgot its task");
        }
    }
}
