/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Connections of many members to one server; requests that find none free wait. On the loop's thread. */
final class HttpPool implements AutoCloseable {

    private final Deque<HttpPeer> free = new ArrayDeque<>();
    private final Set<HttpPeer> all = new HashSet<>();
    private final Deque<Consumer<HttpPeer>> waiting = new ArrayDeque<>();
    private boolean closed;

    /** Opens them; they serve as soon as they stand. */
    HttpPool(SelectorLoop loop, InetSocketAddress address, int connections) {
        for (int i = 0; i < connections; i++) {
            open(loop, address);
        }
    }

    private void open(SelectorLoop loop, InetSocketAddress address) {
        HttpPeer[] peer = new HttpPeer[1];
        peer[0] = new HttpPeer(
                this::idle,
                () -> {
                    all.remove(peer[0]);
                    free.remove(peer[0]);
                    if (!closed) {
                        open(loop, address);
                    }
                },
                this::ask);
        all.add(peer[0]);
        loop.connect(address, peer[0]);
    }

    private void idle(HttpPeer peer) {
        Consumer<HttpPeer> next = waiting.poll();
        if (next == null) {
            free.push(peer);
        } else {
            next.accept(peer);
        }
    }

    void ask(byte[] request, Consumer<HttpPeer.Reply> whenAnswered) {
        HttpPeer peer = free.poll();
        if (peer == null) {
            waiting.add(other -> other.ask(request, whenAnswered));
        } else {
            peer.ask(request, whenAnswered);
        }
    }

    @Override
    public void close() {
        closed = true;
        List.copyOf(all).forEach(HttpPeer::hangUp);
    }
}
