/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Keeps idle and slow connections from taking the place of honest ones. Jetty's own idle timeout starts anew with each byte, and so never
 * ends for who sends one now and then ("slow loris"); here the time counts that a request takes to come. Thread-safe.
 */
final class Connections implements Connection.Listener {

    static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);
    /** A longer time between two looks is the server's own: it slept, was stopped or had its clock set. */
    private static final Duration LONGEST_BETWEEN_LOOKS = CHECK_INTERVAL.multipliedBy(3);
    /** A connection on which nothing moves in either direction, or whose reader takes nothing of what is written, ends after this. */
    static final Duration IDLE = Duration.ofSeconds(30);
    /** A request's line and headers come within this. */
    static final Duration PATIENCE = Duration.ofSeconds(10);
    /** The same when half of all connections are taken. */
    static final Duration PATIENCE_WHEN_CROWDED = Duration.ofSeconds(2);
    /** Connections that have come and wait to be accepted; Linux allows 4,096 unless told otherwise. */
    private static final int BACKLOG = 1_024;

    private final ConnectionCaps caps;
    private final Clock clock;
    private final Map<Connection, SlowPeer> peers = new ConcurrentHashMap<>();
    private Instant lastLook;

    Connections(ConnectionCaps caps, Clock clock) {
        this.caps = caps;
        this.clock = clock;
        this.lastLook = clock.instant();
    }

    /** Watches over a server from its start. */
    void guard(Server server) {
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                for (Connector connector : server.getConnectors()) {
                    guard(connector);
                }
            }
        });
    }

    private void guard(Connector connector) {
        connector.addBean(caps);
        connector.addBean(this);
        if (connector instanceof AbstractConnector open) {
            open.setIdleTimeout(IDLE.toMillis());
        }
        if (connector instanceof ServerConnector listening) {
            listening.setAcceptQueueSize(BACKLOG);
        }
    }

    /** A worker's connection is another matter: an upgrade closes the one of HTTP, and opens one that has its own idle time. */
    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData) {
            peers.put(connection, new SlowPeer(connection));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        peers.remove(connection);
    }

    /** Looks at every connection; to be called each {@link #CHECK_INTERVAL}. */
    synchronized void closeSlow() {
        Instant now = clock.instant();
        Duration between = Duration.between(lastLook, now);
        Duration passed = between.compareTo(LONGEST_BETWEEN_LOOKS) < 0 ? between : LONGEST_BETWEEN_LOOKS;
        lastLook = now;
        Duration patience = caps.open() > ConnectionCaps.CONNECTIONS / 2 ? PATIENCE_WHEN_CROWDED : PATIENCE;
        for (SlowPeer peer : peers.values()) {
            if (peer.isTooSlow(passed, patience)) {
                peer.close();
            }
        }
    }
}
