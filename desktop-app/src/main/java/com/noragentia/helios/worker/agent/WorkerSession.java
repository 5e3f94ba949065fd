/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.connection.Channel;
import com.noragentia.helios.connection.WatchedWebSocket;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the orchestrator, from the hello to its end. Orders come on OkHttp's reader thread; sending is thread-safe. */
final class WorkerSession extends WebSocketListener implements Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerSession.class);

    // Close codes of RFC 6455, section 7.4.1
    private static final int NORMAL = 1000;
    private static final int PROTOCOL_ERROR = 1002;
    private static final int POLICY_VIOLATION = 1008;
    /** The orchestrator's own: a newer session of the same device. */
    private static final int REPLACED = 4001;

    private final Worksite site;
    private final WorkerDesk desk;
    private final Consumer<WorkerReport> reports;
    private final WatchedWebSocket connection;
    private final WebSocket socket;
    private final CompletableFuture<SessionEnd> ended = new CompletableFuture<>();
    private volatile ToWorker.@Nullable Welcome welcome;
    private volatile boolean draining;
    private boolean isServing;
    private boolean saidOwnOnly;

    private WorkerSession(
            Worksite site,
            WorkerDesk desk,
            Consumer<WorkerReport> reports,
            WatchedWebSocket connection,
            Request request) {
        this.site = site;
        this.desk = desk;
        this.reports = reports;
        this.connection = connection;
        this.socket = connection.open(request, this);
    }

    static WorkerSession open(
            Worksite site,
            WorkerDesk desk,
            Consumer<WorkerReport> reports,
            WatchedWebSocket connection,
            Request request) {
        return new WorkerSession(site, desk, reports, connection, request);
    }

    /** Waits for the session's end. */
    SessionEnd awaitEnd() {
        return ended.join();
    }

    CompletableFuture<SessionEnd> ended() {
        return ended;
    }

    boolean wasWelcome() {
        return welcome != null;
    }

    /** Says that no more tasks are taken. */
    void drain() {
        draining = true;
        if (wasWelcome()) {
            send(new FromWorker.Draining());
        }
    }

    /** Ends the session once everything said has gone out. */
    void close() {
        socket.close(NORMAL, null);
    }

    @Override
    public void send(FromWorker message) {
        socket.send(JsonCodec.encodeToString(message));
    }

    @Override
    public boolean understands(String feature) {
        ToWorker.Welcome begun = welcome;
        return begun != null && begun.understands(feature);
    }

    @Override
    public void onOpen(WebSocket opened, Response response) {
        opened.send(
                JsonCodec.encodeToString(new FromWorker.Hello(site.membership().device(), site.facts())));
    }

    @Override
    public void onMessage(WebSocket from, String text) {
        try {
            heed(JsonCodec.decode(text, ToWorker.class, Limit.WORKER_MESSAGE_BYTES.value()), from);
        } catch (WireException e) {
            violation(from, e.getMessage());
        }
    }

    @Override
    public void onMessage(WebSocket from, ByteString bytes) {
        violation(from, "binary message");
    }

    private void violation(WebSocket from, @Nullable String what) {
        LOG.warn("the orchestrator broke the protocol: {}", what);
        ended.complete(SessionEnd.PROTOCOL_VIOLATION);
        from.close(PROTOCOL_ERROR, null);
    }

    private void heed(ToWorker order, WebSocket from) throws WireException {
        switch (order) {
            case ToWorker.Challenge challenge -> proveIfUnlocked(challenge, from);
            case ToWorker.Welcome begun -> begin(begun);
            case ToWorker.Assign assign -> {
                requireWelcome();
                desk.assign(assign, this);
            }
            case ToWorker.Release release -> {
                requireWelcome();
                desk.release(release);
            }
            case ToWorker.Skipped skipped -> reports.accept(new WorkerReport.PassedOver(skipped.counts()));
            case ToWorker.RunTask task -> {
                requireWelcome();
                if (draining || !desk.takes(task)) {
                    desk.refuse(task, this);
                } else {
                    desk.run(task, this);
                }
            }
            case ToWorker.CancelTask cancel -> desk.cancel(cancel.lease());
            case ToWorker.LeaseVerdicts verdicts -> desk.heed(verdicts, this);
            case ToWorker.Receipts proofs -> {
                requireWelcome();
                desk.receive(proofs, this);
            }
            case ToWorker.Drain drain -> drain();
            case ToWorker.Notice notice ->
                LOG.info(
                        "notice from the operator of {} characters",
                        notice.text().length());
        }
    }

    private void proveIfUnlocked(ToWorker.Challenge challenge, WebSocket to) throws WireException {
        try {
            prove(challenge, to);
        } catch (ProblemException e) {
            LOG.warn("the key cannot be used: {}", e.getMessage());
            ended.complete(SessionEnd.KEY_LOCKED);
            to.close(NORMAL, null);
        }
    }

    private void prove(ToWorker.Challenge challenge, WebSocket to) throws WireException {
        if (!challenge.server().equals(site.membership().verifyingKey().fingerprint())) {
            throw new WireException("another network answers than the one this device joined");
        }
        Channel channel = connection.channel();
        String signature = site.device()
                .key()
                .sign(channel.worker(challenge, site.membership().device()));
        to.send(JsonCodec.encodeToString(new FromWorker.Proof(signature, channel.binding(challenge.binding()))));
    }

    private void begin(ToWorker.Welcome begun) {
        welcome = begun;
        reports.accept(new WorkerReport.Connected(begun.session()));
        LOG.info("session {} begun", begun.session());
        desk.greet(begun, this);
        if (draining) {
            send(new FromWorker.Draining());
        } else {
            beginServing();
        }
    }

    private synchronized void beginServing() {
        isServing = true;
        serve(desk.isForOwn());
    }

    /**
     * Says whose tasks are taken, unless that is known; before the session has begun that waits for its beginning. An orchestrator that cannot tell them
     * apart is told that none are, until the next session.
     */
    synchronized void serve(boolean ownOnly) {
        if (!isServing || ownOnly == saidOwnOnly) {
            return;
        }
        saidOwnOnly = ownOnly;
        if (understands(ToWorker.Welcome.SERVING)) {
            send(new FromWorker.Serving(ownOnly));
        } else if (ownOnly) {
            drain();
        }
    }

    boolean isDraining() {
        return draining;
    }

    private void requireWelcome() throws WireException {
        if (!wasWelcome()) {
            throw new WireException("an order before the welcome");
        }
    }

    @Override
    public void onClosing(WebSocket from, int code, String reason) {
        from.close(NORMAL, null);
        ended.complete(kind(code));
    }

    private static SessionEnd kind(int code) {
        if (code == REPLACED) {
            return SessionEnd.REPLACED;
        }
        return code == POLICY_VIOLATION || code >= 4000 ? SessionEnd.REFUSED : SessionEnd.CLOSED;
    }

    @Override
    public void onClosed(WebSocket from, int code, String reason) {
        ended.complete(SessionEnd.CLOSED);
    }

    @Override
    public void onFailure(WebSocket from, Throwable cause, @Nullable Response response) {
        boolean refused = response != null && (response.code() == 401 || response.code() == 403);
        ended.complete(refused ? SessionEnd.REFUSED : SessionEnd.UNREACHABLE);
    }
}
