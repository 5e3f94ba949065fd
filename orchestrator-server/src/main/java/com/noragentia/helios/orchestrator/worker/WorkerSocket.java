/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.wire.JsonCodec;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket (RFC 6455) to a worker. Sending never waits; to a socket that has closed it does nothing. Thread-safe. */
final class WorkerSocket {

    static final Duration PING_INTERVAL = Duration.ofSeconds(30);
    static final Duration IDLE = Duration.ofSeconds(75);
    static final int CLOSE_UNSUPPORTED = 1003;
    static final int CLOSE_BREACH = 1008;

    private static final Logger LOG = LoggerFactory.getLogger(WorkerSocket.class);
    /** A close frame has room for 123 bytes of reason. */
    private static final int REASON_CHARACTERS = 120;

    private final WsContext context;

    WorkerSocket(WsContext context) {
        this.context = context;
        context.session.setIdleTimeout(IDLE);
        context.enableAutomaticPings(PING_INTERVAL.toSeconds(), TimeUnit.SECONDS);
    }

    /** Takes messages up to this limit from now on. */
    void allow(Limit messageBytes) {
        context.session.setMaxTextMessageSize(messageBytes.value());
    }

    void send(ToWorker message) {
        context.session.sendText(
                JsonCodec.encodeToString(message),
                Callback.from(() -> {}, failure -> LOG.debug("a message did not reach its worker", failure)));
    }

    void close(int status, String reason) {
        String ascii = reason.replaceAll("[^ -~]", "?");
        String text = ascii.length() > REASON_CHARACTERS ? ascii.substring(0, REASON_CHARACTERS) : ascii;
        context.session.close(status, text, Callback.NOOP);
    }
}
