/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One thread for thousands of client sockets, so that the load costs the machine little. Peers are touched on this thread only;
 * {@link #execute} is how others get there.
 */
final class SelectorLoop implements AutoCloseable {

    private static final long TICK_MILLIS = 1;

    private final Selector selector;
    private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final List<Peer> dirty = new ArrayList<>();
    private final List<Runnable> tickers = new ArrayList<>();
    private final Thread thread;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private volatile boolean closed;

    SelectorLoop() {
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.thread = Thread.ofPlatform().name("load").daemon().start(this::run);
    }

    /** Runs a step on the loop's thread, soon. */
    void execute(Runnable step) {
        commands.add(step);
        if (!Thread.currentThread().equals(thread)) {
            selector.wakeup();
        }
    }

    /** Runs a step about every millisecond, until it is taken away. On the loop's thread only. */
    void addTicker(Runnable ticker) {
        tickers.add(ticker);
    }

    void removeTicker(Runnable ticker) {
        tickers.remove(ticker);
    }

    /** Completes exceptionally when a step failed, in which case the measurement is worth nothing. */
    CompletableFuture<Void> failure() {
        return failure;
    }

    void connect(InetSocketAddress address, Peer peer) {
        execute(() -> {
            try {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.socket().setTcpNoDelay(true);
                boolean done = channel.connect(address);
                SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT, peer);
                peer.bind(channel, key, dirty);
                if (done) {
                    peer.finishConnect();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void run() {
        try {
            while (!closed) {
                if (tickers.isEmpty()) {
                    selector.select();
                } else {
                    selector.select(TICK_MILLIS);
                }
                turn();
            }
        } catch (Throwable e) {
            failure.completeExceptionally(e);
        }
    }

    private void turn() throws IOException {
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.isValid() && key.attachment() instanceof Peer peer) {
                peer.serve(key);
            }
        }
        selector.selectedKeys().clear();
        for (Runnable step = commands.poll(); step != null; step = commands.poll()) {
            step.run();
        }
        for (Runnable ticker : List.copyOf(tickers)) {
            ticker.run();
        }
        for (int i = 0; i < dirty.size(); i++) {
            dirty.get(i).flush();
        }
        dirty.clear();
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
