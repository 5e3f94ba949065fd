/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import java.time.Duration;
import org.eclipse.jetty.io.Connection;

/**
 * How long an HTTP/1.1 connection has kept the server waiting for the rest of what it began to send. Looked at from time to time, from
 * outside: what it reads are counters that Jetty keeps for anybody. Not thread-safe.
 */
final class SlowPeer {

    /** A body may come as slowly as a very bad telephone line carries it. */
    static final long BODY_BYTES_PER_SECOND = 256;

    private final Connection connection;
    private long requests;
    private long replies;
    private long bytes;
    private Duration waited = Duration.ZERO;

    SlowPeer(Connection connection) {
        this.connection = connection;
    }

    /**
     * Looks whether the peer is too slow.
     *
     * @param passed since the last look
     * @param patience for a request's line and headers, and before the speed of a body is judged
     */
    boolean isTooSlow(Duration passed, Duration patience) {
        if (hasMovedOn()) {
            waited = Duration.ZERO;
            bytes = connection.getBytesIn();
            return false;
        }
        if (!connection.getEndPoint().isFillInterested() || isAtRest()) {
            return false;
        }
        waited = waited.plus(passed);
        return waited.compareTo(patience) >= 0 && !(isInBody() && sends(BODY_BYTES_PER_SECOND));
    }

    /** A request has come whole up to its headers, or been answered. */
    private boolean hasMovedOn() {
        boolean moved = requests != connection.getMessagesIn() || replies != connection.getMessagesOut();
        requests = connection.getMessagesIn();
        replies = connection.getMessagesOut();
        return moved;
    }

    /** Between two requests; the idle timeout ends that. A connection that never asked for anything is not at rest. */
    private boolean isAtRest() {
        return !isInBody() && requests > 0 && bytes == connection.getBytesIn();
    }

    private boolean isInBody() {
        return requests > replies;
    }

    private boolean sends(long bytesPerSecond) {
        return connection.getBytesIn() - bytes >= bytesPerSecond * waited.toSeconds();
    }

    void close() {
        connection.getEndPoint().close();
    }
}
