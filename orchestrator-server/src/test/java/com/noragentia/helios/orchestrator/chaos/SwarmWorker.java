/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.chaos;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.message.WorkerFacts;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** A worker that never gives up: streams its answers word by word, and comes back with its leases whenever the connection breaks. */
final class SwarmWorker {

    private static final long MEMORY_BYTES = 4_000_000_000L;
    /** How a manifest names the one expert that these workers serve. */
    private static final String CHAT = "\"chat\"";
    /** More than these are not remembered; an orchestrator takes up to 64 after a reconnect. */
    private static final int HELD = 48;

    private static final int FIRST_PAUSE_MILLIS = 50;
    private static final int LONGEST_PAUSE_MILLIS = 800;
    private static final int SLOWEST_PIECE_MILLIS = 60;

    private final Supplier<String> address;
    private final SigningKey key;
    private final ScheduledExecutorService thread;
    private final RandomGenerator random;
    private final Map<String, HeldTask> held = new LinkedHashMap<>();
    private @Nullable WebSocket socket;
    private boolean welcome;
    private int pauseMillis = FIRST_PAUSE_MILLIS;

    /** Makes one; everything it does happens on {@code thread}. */
    SwarmWorker(Supplier<String> address, SigningKey key, ScheduledExecutorService thread, RandomGenerator random) {
        this.address = address;
        this.key = key;
        this.thread = thread;
        this.random = random;
    }

    void start() {
        thread.execute(this::connect);
    }

    private void connect() {
        welcome = false;
        Request request =
                new Request.Builder().url(address.get() + "/api/v1/worker").build();
        socket = Member.HTTP.newWebSocket(request, new Listener());
    }

    private void heard(ToWorker message) {
        switch (message) {
            case ToWorker.Challenge challenge -> {
                String device = key.verifyingKey().fingerprint();
                say(new FromWorker.Proof(key.sign(Proofs.channel(challenge.server(), challenge.nonce(), device))));
            }
            case ToWorker.Welcome _ -> {
                welcome = true;
                pauseMillis = FIRST_PAUSE_MILLIS;
                say(new FromWorker.OpenLeases(List.copyOf(held.keySet())));
            }
            case ToWorker.Assign assign
            when !assign.model().manifest().contains(CHAT) ->
                say(new FromWorker.AssignmentDeclined(
                        assign.epoch(), Problem.of(ProblemCode.MODEL_MISSING, "this worker only chats")));
            case ToWorker.Assign assign -> {
                say(new FromWorker.AssignmentAccepted(assign.epoch()));
                say(new FromWorker.AssignmentReady(assign.epoch()));
            }
            case ToWorker.RunTask task -> {
                if (held.putIfAbsent(task.lease(), new HeldTask(task)) == null) {
                    later(task.lease());
                    forgetOldest();
                }
            }
            case ToWorker.CancelTask cancel -> held.remove(cancel.lease());
            case ToWorker.LeaseVerdicts verdicts -> verdicts.verdicts().forEach(this::heed);
            case ToWorker.Release _, ToWorker.Skipped _, ToWorker.Drain _, ToWorker.Notice _, ToWorker.Receipts _ -> {}
        }
    }

    private void heed(ToWorker.Verdict verdict) {
        HeldTask task = held.get(verdict.lease());
        if (task != null && verdict.goOn()) {
            task.repeat(verdict.nextIndex(), this::say);
        } else {
            held.remove(verdict.lease());
        }
    }

    private void forgetOldest() {
        if (held.size() > HELD) {
            held.values().stream().filter(HeldTask::isEnded).findFirst().ifPresent(old -> held.remove(old.lease()));
        }
    }

    private void later(String lease) {
        var _ = thread.schedule(() -> step(lease), random.nextInt(1, SLOWEST_PIECE_MILLIS), TimeUnit.MILLISECONDS);
    }

    private void step(String lease) {
        HeldTask task = held.get(lease);
        if (task == null) {
            return;
        }
        task.step(message -> {
            if (welcome) {
                say(message);
            }
        });
        if (!task.isEnded()) {
            later(lease);
        }
    }

    private void say(FromWorker message) {
        if (socket != null) {
            socket.send(JsonCodec.encodeToString(message));
        }
    }

    /** Comes back, sooner at first, later when that was in vain. */
    private void lost(WebSocket gone) {
        if (!gone.equals(socket)) {
            return;
        }
        socket = null;
        welcome = false;
        var _ = thread.schedule(this::connect, random.nextInt(1, pauseMillis), TimeUnit.MILLISECONDS);
        pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, pauseMillis * 2);
    }

    private final class Listener extends WebSocketListener {

        @Override
        public void onOpen(WebSocket opened, Response response) {
            WorkerFacts facts = new WorkerFacts("test", "any", "linux", "amd64", 2, MEMORY_BYTES);
            opened.send(JsonCodec.encodeToString(
                    new FromWorker.Hello(key.verifyingKey().fingerprint(), facts)));
        }

        @Override
        public void onMessage(WebSocket from, String text) {
            try {
                ToWorker message = JsonCodec.decode(text, ToWorker.class, Integer.MAX_VALUE);
                thread.execute(() -> {
                    if (from.equals(socket)) {
                        heard(message);
                    }
                });
            } catch (WireException e) {
                throw new IllegalStateException("the orchestrator broke the protocol", e);
            }
        }

        @Override
        public void onClosing(WebSocket from, int code, String reason) {
            from.close(1000, null);
            thread.execute(() -> lost(from));
        }

        @Override
        public void onFailure(WebSocket from, Throwable cause, @Nullable Response response) {
            thread.execute(() -> lost(from));
        }
    }
}
