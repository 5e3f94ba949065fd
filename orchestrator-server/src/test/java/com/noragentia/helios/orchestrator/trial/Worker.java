/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.SkipReason;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.message.WorkerFacts;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A worker that speaks the real protocol over a real socket, and does with tasks what the test says. */
public final class Worker implements AutoCloseable {

    /** It comes with the program and must be named. */
    public static final String DEMONSTRATION = "helios-demo-1";

    /** Likewise, and hears recordings. */
    public static final String LISTENER = "helios-listen-1";

    private static final int SECONDS = 10;
    private static final long GENEROUS_MEMORY_BYTES = 4_000_000_000L;

    private final BlockingQueue<ToWorker> inbox = new LinkedBlockingQueue<>();
    private final Deque<Map<SkipReason, Integer>> skips = new ConcurrentLinkedDeque<>();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final WebSocket socket;
    private final Semaphore probesAnswered = new Semaphore(0);
    /** Of the models that must be named, the one that it hosts; empty for none. */
    private final String demonstrates;

    private volatile ProbeAnswers probes = ProbeAnswers.RIGHT;
    private volatile @Nullable Integer atOnce;

    private Worker(String address, String demonstrates) {
        this.demonstrates = demonstrates;
        this.socket = Member.HTTP.newWebSocket(
                new Request.Builder().url(address + "/api/v1/worker").build(), new Listener());
    }

    /** A connection that has said nothing. */
    public static Worker connect(String address) {
        return new Worker(address, "");
    }

    /** A worker on a member's device, welcomed. */
    public static Worker join(Member member) {
        return join(member.address().get(), member.key());
    }

    public static Worker join(String address, SigningKey key) {
        return join(address, key, GENEROUS_MEMORY_BYTES);
    }

    /** One with so much memory for models. */
    public static Worker join(Member member, long memoryBytes) {
        return join(member.address().get(), member.key(), memoryBytes);
    }

    private static Worker join(String address, SigningKey key, long memoryBytes) {
        return welcome(connect(address), key, memoryBytes);
    }

    private static Worker welcome(Worker worker, SigningKey key, long memoryBytes) {
        String device = key.verifyingKey().fingerprint();
        worker.say(new FromWorker.Hello(device, facts(memoryBytes)));
        ToWorker.Challenge challenge = worker.hear(ToWorker.Challenge.class);
        worker.say(new FromWorker.Proof(key.sign(Proofs.channel(challenge.server(), challenge.nonce(), device))));
        worker.hear(ToWorker.Welcome.class);
        return worker;
    }

    public static FromWorker.Hello hello(String device) {
        return new FromWorker.Hello(device, facts(GENEROUS_MEMORY_BYTES));
    }

    private static WorkerFacts facts(long memoryBytes) {
        return new WorkerFacts("test", "any", "linux", "amd64", 2, memoryBytes);
    }

    /** From now on; at first all are answered right. */
    public Worker answers(ProbeAnswers answers) {
        probes = answers;
        return this;
    }

    /** It will say that each of its models writes so many answers at once. */
    public Worker writesAtOnce(int answers) {
        atOnce = answers;
        return this;
    }

    /** One that hosts the demonstration model too, which others pass over: it takes no part in what most tests are about. */
    public static Worker joinToDemonstrate(Member member) {
        return joinToDemonstrate(member, DEMONSTRATION);
    }

    /** Likewise, for one of the models that must be named. */
    public static Worker joinToDemonstrate(Member member, String model) {
        return welcome(new Worker(member.address().get(), model), member.key(), GENEROUS_MEMORY_BYTES);
    }

    private boolean isPassedOver(ToWorker message) {
        return message instanceof ToWorker.Assign assign
                && assign.model().manifest().contains("\"demonstration\":true")
                && (demonstrates.isEmpty() || !assign.model().manifest().contains("\"id\":\"" + demonstrates + "\""));
    }

    /** Makes every model ready that it was told to host. */
    public Worker ready() {
        return ready(demonstrates.isEmpty() ? 3 : 4);
    }

    /** Makes as many models ready, and answers their probes before a test lets time pass. */
    public Worker ready(int models) {
        probesAnswered.drainPermits();
        for (int i = 0; i < models; i++) {
            loaded(hear(ToWorker.Assign.class));
        }
        if (!probes.equals(ProbeAnswers.LEFT_TO_THE_TEST)) {
            awaitProbes(demonstrates.equals(LISTENER) ? models - 1 : models); // nobody probes what hears
        }
        return this;
    }

    private void awaitProbes(int models) {
        try {
            assertThat(probesAnswered.tryAcquire(models, SECONDS, TimeUnit.SECONDS))
                    .as("each model is probed")
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public void loaded(ToWorker.Assign assign) {
        say(new FromWorker.AssignmentAccepted(assign.epoch()));
        say(new FromWorker.AssignmentReady(assign.epoch(), atOnce));
    }

    public void say(FromWorker message) {
        sayText(JsonCodec.encodeToString(message));
    }

    public void sayText(String text) {
        assertThat(socket.send(text)).isTrue();
    }

    public void sayBinary(byte[] bytes) {
        assertThat(socket.send(ByteString.of(bytes))).isTrue();
    }

    public void piece(ToWorker.RunTask task, int index, String text) {
        say(new FromWorker.Progress(task.lease(), index, text));
    }

    public void working(ToWorker.RunTask task, Phase phase) {
        say(new FromWorker.Working(task.lease(), phase, 1, 2));
    }

    public void complete(ToWorker.RunTask task, String text) {
        say(new FromWorker.Completed(
                task.lease(), new TaskOutput.Chat(text, List.of(), AnswerOrigin.COMPUTED), new Usage(3, 2, 0, 0, 0)));
    }

    /** The next message, which must be of this type. */
    public <T extends ToWorker> T hear(Class<T> type) {
        ToWorker message = next(SECONDS * 1000L);
        if (message == null) {
            throw new AssertionError("no " + type.getSimpleName() + " came; the connection: " + end);
        }
        assertThat(message).isInstanceOf(type);
        return type.cast(message);
    }

    /** The next message of this type; others are passed over. */
    public <T extends ToWorker> T hearEventually(Class<T> type) {
        ToWorker message = hear(ToWorker.class);
        while (!type.isInstance(message)) {
            message = hear(ToWorker.class);
        }
        return type.cast(message);
    }

    /** What has come already and waits to be heard, if it is of this type. */
    public <T extends ToWorker> Optional<T> heard(Class<T> type) {
        return Optional.ofNullable(next(0)).map(type::cast);
    }

    /** Why tasks passed it by, as it was told last. */
    public Map<SkipReason, Integer> passedOverFor() {
        return Optional.ofNullable(skips.peekLast()).orElse(Map.of());
    }

    /** Whether nothing comes for a while, but words about why nothing comes. */
    public boolean hearsNothing(long millis) {
        return next(millis) == null;
    }

    private @Nullable ToWorker next(long millis) {
        try {
            return inbox.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** How the server ended the connection: status and reason. */
    public String awaitEnd() {
        try {
            return end.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("the connection did not end", e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Goes without a word, as a power cut does. */
    public void vanish() {
        socket.cancel();
    }

    @Override
    public void close() {
        socket.close(1000, "done");
    }

    private final class Listener extends WebSocketListener {

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            try {
                ToWorker message = JsonCodec.decode(text, ToWorker.class, Integer.MAX_VALUE);
                if (message instanceof ToWorker.RunTask probe && ProbeAnswers.isProbe(probe)) {
                    probes.apply(probe).ifPresentOrElse(this::answer, () -> inbox.add(message));
                } else if (message instanceof ToWorker.Skipped skipped) {
                    skips.add(skipped.counts());
                } else if (!isPassedOver(message)) {
                    inbox.add(message);
                }
            } catch (WireException e) {
                end.completeExceptionally(e);
            }
        }

        private void answer(FromWorker said) {
            say(said);
            probesAnswered.release();
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            end.complete(code + " " + reason);
            webSocket.close(code, null);
        }

        @Override
        public void onFailure(WebSocket webSocket, Throwable t, @Nullable Response response) {
            end.complete("failed: " + t.getMessage());
        }
    }
}
