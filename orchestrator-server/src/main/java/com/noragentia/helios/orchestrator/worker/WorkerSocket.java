/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket (RFC 6455) to a worker. Sending never waits; to a socket that has closed it does nothing. Thread-safe. */
final class WorkerSocket {

    static final Duration PING_INTERVAL = Duration.ofSeconds(30);
    static final Duration IDLE = Duration.ofSeconds(75);
    static final Duration TIME_TO_CLOSE = Duration.ofSeconds(2);
    static final int CLOSE_UNSUPPORTED = 1003;
    static final int CLOSE_BREACH = 1008;
    static final int CLOSE_TRY_LATER = 1013;

    private static final Logger LOG = LoggerFactory.getLogger(WorkerSocket.class);
    /** A close frame has room for 123 bytes of reason. */
    private static final int REASON_CHARACTERS = 120;

    private final Session session;
    private final Optional<byte[]> exporter;
    private final InetAddress address;
    private final ScheduledExecutorService timer;
    private final Backlog backlog = new Backlog();

    /**
     * A socket that has opened.
     *
     * @param exporter what a proof may be bound to; empty without TLS, or where a proxy ends it
     * @param address from where the worker comes
     * @param timer hangs up on a worker that does not
     */
    WorkerSocket(Session session, Optional<byte[]> exporter, InetAddress address, ScheduledExecutorService timer) {
        this.session = session;
        this.exporter = exporter;
        this.address = address;
        this.timer = timer;
        session.setIdleTimeout(IDLE);
    }

    /** What a proof may be bound to; empty without TLS, or where a proxy ends it. */
    Optional<byte[]> exporter() {
        return exporter;
    }

    /** From where the worker comes. */
    InetAddress address() {
        return address;
    }

    /** Takes messages up to this limit from now on. */
    void allow(Limit messageBytes) {
        session.setMaxTextMessageSize(messageBytes.value());
    }

    /** Queues a message. A worker that does not read what it is told is hung up on when too much has piled up: its leases go elsewhere. */
    void send(ToWorker message) {
        String text = JsonCodec.encodeToString(message);
        int length = text.length();
        if (!backlog.admits(length)) {
            LOG.info("a worker's connection was cut: it does not read");
            // Elsewhere, as it reports the end on its own thread, and this one may hold what the listeners wait for.
            var _ = Thread.startVirtualThread(session::disconnect);
            return;
        }
        session.sendText(text, Callback.from(() -> backlog.left(length), failure -> {
            backlog.left(length);
            LOG.debug("a message did not reach its worker", failure);
        }));
    }

    /** Says goodbye. A worker that does not close its end, but talks on, is hung up on after {@link #TIME_TO_CLOSE}. */
    void close(int status, String reason) {
        String ascii = reason.replaceAll("[^ -~]", "?");
        String text = ascii.length() > REASON_CHARACTERS ? ascii.substring(0, REASON_CHARACTERS) : ascii;
        session.close(status, text, Callback.NOOP);
        if (!timer.isShutdown()) {
            var _ = timer.schedule(session::disconnect, TIME_TO_CLOSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
