/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.edge.ClientAddress;
import com.noragentia.helios.orchestrator.edge.TrustedProxies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.io.SelectorManager;

/**
 * Hangs up on connections that are too many, in all or from one address. This computer and trusted proxies may open any share of all, since
 * behind them many callers look like one. Thread-safe.
 */
final class ConnectionCaps implements SelectorManager.AcceptListener {

    /** In all. An open connection that asks for nothing takes about 10 kB; each takes a file descriptor. */
    static final int CONNECTIONS = 16_384;
    /** Of one address: enough for a hundred computers behind one router, each with a worker and a window. */
    static final int CONNECTIONS_PER_ADDRESS = 256;

    private final TrustedProxies proxies;
    private final boolean perAddress;
    private final Map<SelectableChannel, String> open = new HashMap<>();
    private final Map<String, Integer> byAddress = new HashMap<>();

    /** @param perAddress whether any one address is limited at all */
    ConnectionCaps(TrustedProxies proxies, boolean perAddress) {
        this.proxies = proxies;
        this.perAddress = perAddress;
    }

    synchronized int open() {
        return open.size();
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        if (channel instanceof SocketChannel socket && !admits(socket)) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean admits(SocketChannel socket) {
        try {
            return socket.getRemoteAddress() instanceof InetSocketAddress peer && admits(socket, peer.getAddress());
        } catch (IOException e) {
            return false;
        }
    }

    /** An exempt one counts under no address. */
    synchronized boolean admits(SelectableChannel channel, InetAddress peer) {
        boolean exempt = !perAddress || peer.isLoopbackAddress() || proxies.includes(peer);
        String key = exempt ? "" : ClientAddress.keyOf(peer);
        if (open.size() >= CONNECTIONS || (!exempt && byAddress.getOrDefault(key, 0) >= CONNECTIONS_PER_ADDRESS)) {
            return false;
        }
        open.put(channel, key);
        byAddress.merge(key, 1, Integer::sum);
        return true;
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        onClosed(channel);
    }

    @Override
    public synchronized void onClosed(SelectableChannel channel) {
        String key = open.remove(channel);
        if (key != null) {
            byAddress.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
        }
    }
}
