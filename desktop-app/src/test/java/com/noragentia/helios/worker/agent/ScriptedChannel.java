/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.crypto.Proofs;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.Buffer;

/** The orchestrator's end of the worker channel on a real socket: greets, verifies the proof, then says what a test wants. */
final class ScriptedChannel implements AutoCloseable {

    /** A worker that is a process of its own takes long to start on a busy computer. */
    private static final long PATIENCE_SECONDS = 30;

    private final MockWebServer server = new MockWebServer();
    private final SigningKey key = SigningKey.generate(new SecureRandom());
    private final VerifyingKey device;
    private final BlockingQueue<FromWorker> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<FromWorker> saidOfLedger = new LinkedBlockingQueue<>();
    private final BlockingQueue<WebSocket> sessions = new LinkedBlockingQueue<>();
    private final Set<String> stalled = ConcurrentHashMap.newKeySet();
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile String serverId;
    private volatile List<String> features = List.of(ToWorker.Welcome.RECEIPTS, ToWorker.Welcome.BEGUN_ANEW);

    ScriptedChannel(VerifyingKey device) throws IOException {
        this.device = device;
        this.serverId = key.verifyingKey().fingerprint();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                byte[] blob = blobs.get(request.getTarget());
                if (blob != null) {
                    return new MockResponse.Builder()
                            .body(new Buffer().write(blob))
                            .build();
                }
                if (stalled.contains(request.getTarget())) {
                    return new MockResponse.Builder()
                            .body("slow")
                            .bodyDelay(30, TimeUnit.SECONDS)
                            .build();
                }
                return request.getTarget().equals("/api/v1/worker")
                        ? new MockResponse.Builder().webSocketUpgrade(new End()).build()
                        : new MockResponse.Builder().code(404).build();
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    private final class End extends WebSocketListener {
        @Override
        public void onOpen(WebSocket socket, Response response) {
            connections.incrementAndGet();
        }

        @Override
        public void onMessage(WebSocket socket, String text) {
            try {
                FromWorker message = JsonCodec.decode(text, FromWorker.class, Limit.WORKER_MESSAGE_BYTES.value());
                if (message instanceof FromWorker.Hello) {
                    say(socket, new ToWorker.Challenge(serverId, "nonce"));
                } else if (message instanceof FromWorker.Proof proof) {
                    greet(socket, proof);
                } else if (message instanceof FromWorker.LogKnown || message instanceof FromWorker.ReceiptsSigned) {
                    saidOfLedger.add(message);
                } else {
                    heard.add(message);
                }
            } catch (WireException e) {
                throw new AssertionError("the worker broke the protocol", e);
            }
        }

        @Override
        public void onClosing(WebSocket socket, int code, String reason) {
            socket.close(code, null);
        }

        private void greet(WebSocket socket, FromWorker.Proof proof) {
            if (device.verifies(Proofs.channel(serverId, "nonce", device.fingerprint()), proof.signature())) {
                say(socket, new ToWorker.Welcome("session-" + connections.get(), features));
                sessions.add(socket);
            } else {
                socket.close(1008, "proof");
            }
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    SigningKey key() {
        return key;
    }

    int connections() {
        return connections.get();
    }

    /** From now on another orchestrator answers here. */
    void pretendsToBe(String otherServer) {
        serverId = otherServer;
    }

    /** From now on it knows nothing of receipts, nor of anything else that is newer than the first version. */
    void isOfTheFirstVersion() {
        features = List.of();
    }

    /** From now on, of what is beyond the first version of the protocol. */
    void understands(List<String> these) {
        features = List.copyOf(these);
    }

    void keeps(String path, byte[] blob) {
        blobs.put(path, blob);
    }

    /** A link whose answer begins and never goes on. */
    void stalls(String path) {
        stalled.add(path);
    }

    /** The next session whose proof held. */
    WebSocket session() throws InterruptedException {
        WebSocket session = sessions.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (session == null) {
            throw new AssertionError("no worker came");
        }
        return session;
    }

    static void say(WebSocket socket, ToWorker message) {
        socket.send(JsonCodec.encodeToString(message));
    }

    /** The next message, which must be of a kind; progress in loading is passed over. */
    <T extends FromWorker> T hears(Class<T> kind) throws InterruptedException {
        FromWorker message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (message instanceof FromWorker.AssignmentLoading) {
            message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        if (!kind.isInstance(message)) {
            throw new AssertionError("expected " + kind.getSimpleName() + ", heard " + message);
        }
        return kind.cast(message);
    }

    /** The next word about the ledger, which comes beside all others. */
    <T extends FromWorker> T hearsOfLedger(Class<T> kind) throws InterruptedException {
        return kind.cast(saidOfLedger.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    boolean saysNothingOfLedger() {
        return saidOfLedger.isEmpty();
    }

    boolean hearsNothing() {
        return heard.isEmpty();
    }

    @Override
    public void close() {
        server.close();
    }
}
