/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import okhttp3.Request;
import okhttp3.sse.EventSource;

/**
 * Follows one job over as many connections as it takes. Each connection names the last event that was heard ({@code Last-Event-ID}, as
 * the WHATWG standard for server-sent events has it), and an event that comes twice is handed on once. For one thread.
 */
final class EventFeed {

    private static final Problem CUT = Problem.of(ProblemCode.NETWORK_UNREACHABLE, "the stream of events was cut");

    private final MemberCalls calls;
    private final EventSource.Factory sources;
    private final Persistence persistence;
    private final String path;
    private final Consumer<JobEvent> listener;
    private long lastHeard = -1;
    private boolean tokenRefused;
    private boolean over;

    EventFeed(
            MemberCalls calls,
            EventSource.Factory sources,
            Persistence persistence,
            String job,
            Consumer<JobEvent> listener) {
        this.calls = calls;
        this.sources = sources;
        this.persistence = persistence;
        this.path = "api/v1/jobs/" + job + "/events";
        this.listener = listener;
    }

    /** Returns after the last event. */
    void follow() throws InterruptedException {
        while (!over) {
            try {
                listen();
            } catch (ProblemException e) {
                if (!Persistence.passes(e.problem())) {
                    throw e;
                }
                persistence.pause(e.problem());
            }
        }
    }

    private void listen() throws InterruptedException {
        Request request = calls.signed(request());
        BlockingQueue<FeedSignal> signals = new LinkedBlockingQueue<>();
        EventSource source = sources.newEventSource(request, new FeedListener(signals));
        try {
            boolean connected = true;
            while (connected && !over) {
                connected = heed(signals.take(), request);
            }
        } finally {
            source.cancel();
        }
    }

    private Request.Builder request() {
        Request.Builder request = calls.request(path).header("Accept", "text/event-stream");
        return lastHeard < 0 ? request : request.header("Last-Event-ID", Long.toString(lastHeard));
    }

    /** Whether the connection goes on. */
    private boolean heed(FeedSignal signal, Request request) {
        return switch (signal) {
            case FeedSignal.Opened opened -> {
                persistence.contact();
                tokenRefused = false;
                yield true;
            }
            case FeedSignal.Event event -> {
                persistence.news();
                hand(event);
                yield true;
            }
            case FeedSignal.Cut cut -> throw new ProblemException(CUT);
            case FeedSignal.Refused refused -> {
                if (refused.problem().code() != ProblemCode.UNAUTHENTICATED || tokenRefused) {
                    throw new ProblemException(refused.problem());
                }
                tokenRefused = true;
                calls.refused(request);
                yield false;
            }
        };
    }

    private void hand(FeedSignal.Event event) {
        if (event.sequence() <= lastHeard) {
            return;
        }
        lastHeard = event.sequence();
        JobEvent decoded = decode(event.json());
        over = decoded.isLast();
        listener.accept(decoded);
    }

    private static JobEvent decode(String json) {
        try {
            return JsonCodec.decode(json, JobEvent.class, Limit.EVENT_BYTES.value());
        } catch (WireException e) {
            throw new ProblemException(ProblemCode.INTERNAL, "an event cannot be read: " + e.getMessage());
        }
    }
}
