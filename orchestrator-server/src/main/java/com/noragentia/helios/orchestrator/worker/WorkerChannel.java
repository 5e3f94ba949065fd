/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection and how far its conversation has come. Whoever speaks out of turn is told why and cut off; nobody else notices. */
final class WorkerChannel {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerChannel.class);

    private final WorkerSocket socket;
    private final UnprovenConnections.Place place;
    private Conversation conversation;
    private final CountDownLatch gone = new CountDownLatch(1);
    private boolean ended;

    /** @param place given back once the worker has proven itself */
    WorkerChannel(WorkerSocket socket, SessionDesk desk, UnprovenConnections.Place place) {
        this.socket = socket;
        this.place = place;
        this.conversation = new Greeting(socket, desk);
        socket.allow(Limit.GREETING_BYTES);
    }

    /** Hears a message. Whoever talks on after being cut off is not read any more, or reading alone would keep this computer busy. */
    void heard(String text) throws InterruptedException {
        if (!hear(text)) {
            gone.await(WorkerSocket.TIME_TO_CLOSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized boolean hear(String text) {
        if (ended) {
            return false;
        }
        try {
            conversation.count(text);
            Limit limit = conversation.isProven() ? Limit.WORKER_MESSAGE_BYTES : Limit.GREETING_BYTES;
            FromWorker message = JsonCodec.decode(text, FromWorker.class, limit.value());
            conversation = conversation.hear(message);
            if (conversation.isProven()) {
                place.leave();
            }
        } catch (WireException _) { // its message may quote the worker's
            cutOff("the message was malformed");
        } catch (Breach e) {
            cutOff(Objects.requireNonNullElse(e.getMessage(), "not understood"));
        } catch (RuntimeException e) {
            LOG.error("a worker's message could not be dealt with", e);
            cutOff("the orchestrator failed to deal with this message");
        }
        return true;
    }

    synchronized void requireProven() {
        if (!conversation.isProven()) {
            cutOff("no proof in time");
        }
    }

    private void cutOff(String reason) {
        LOG.info("a worker's connection was closed: it broke the protocol");
        socket.close(WorkerSocket.CLOSE_BREACH, reason);
        ended();
    }

    synchronized void refuseBinary() {
        socket.close(WorkerSocket.CLOSE_UNSUPPORTED, "text frames only");
        ended();
    }

    /** The connection is no more. */
    void gone() {
        gone.countDown();
        ended();
    }

    private synchronized void ended() {
        if (!ended) {
            ended = true;
            place.leave();
            conversation.ended();
        }
    }
}
